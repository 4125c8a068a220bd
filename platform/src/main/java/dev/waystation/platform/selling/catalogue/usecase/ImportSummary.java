package dev.waystation.platform.selling.catalogue.usecase;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a timetable held and what loading it changed.
 *
 * @param triples train, origin and destination triples
 * @param added trains that were not there; {@code changed} and {@code unchanged} are trains too
 * @param absent trains of the same source that the file does not mention; they stay as they are
 */
public record ImportSummary(
        String source,
        int stations,
        int trains,
        int calls,
        int triples,
        @JsonProperty("new") int added,
        int changed,
        int unchanged,
        int absent,
        int stationsNew,
        int stationsChanged) {}
