package dev.waystation.platform.selling.catalogue;

import java.util.List;

/** A group of stations that a traveller takes for one place: Wuhan is three of them. */
public record City(String code, String nameZh, String nameEn, List<String> stationCodes) {}
