package dev.waystation.platform.selling.catalogue;

import java.util.List;

/** The seats of a class on a run in walking order: car by car, row by row, window to window. */
public record SeatPlan(String seatClass, List<Seat> seats) {}
