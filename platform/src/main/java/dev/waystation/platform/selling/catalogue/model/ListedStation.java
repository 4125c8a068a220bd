package dev.waystation.platform.selling.catalogue.model;

/** A station as lists show it. */
public record ListedStation(String code, String nameZh, String nameEn, String cityCode) {}
