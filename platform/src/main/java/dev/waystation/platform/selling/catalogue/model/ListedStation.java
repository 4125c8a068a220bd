package dev.waystation.platform.selling.catalogue.model;

import org.jspecify.annotations.Nullable;

/** A station as lists show it. */
public record ListedStation(
        String code,
        String nameZh,
        String nameEn,
        String cityCode,
        @Nullable Double latitude,
        @Nullable Double longitude) {}
