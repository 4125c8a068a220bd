package dev.waystation.platform.selling.catalogue.model;

import java.util.List;
import java.util.Map;

/** What a picture is made of. */
public record PictureRows(
        Map<String, Station> stations,
        List<PictureCity> cities,
        Map<Long, PictureTrain> trains,
        Map<Long, List<Stop>> patterns,
        List<PictureRun> runs,
        SeatPlans seatPlans,
        List<FareRate> rates) {}
