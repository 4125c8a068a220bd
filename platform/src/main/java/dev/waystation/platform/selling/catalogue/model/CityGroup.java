package dev.waystation.platform.selling.catalogue.model;

/**
 * @param derived found by us from the names of stations, not given by the timetable
 */
public record CityGroup(
        String code,
        String nameZh,
        String nameEn,
        String pinyin,
        String initials,
        boolean derived) {}
