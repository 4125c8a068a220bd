package dev.waystation.platform.selling.awards.model;

/** So many more seats from so long before departure on. */
public record Wave(int minutesBefore, int seats) {}
