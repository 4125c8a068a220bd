package dev.waystation.platform.selling.catalogue.model;

/**
 * A bad or odd place in a file.
 *
 * @param line 1 is the first line of the file; 0 when the file as a whole is meant
 * @param column heading of the column, empty when the row as a whole is meant
 */
public record Finding(String file, long line, String column, String value, FindingCode code) {}
