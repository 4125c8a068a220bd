package dev.waystation.platform.engagement.journey.model;

import dev.waystation.journey.Graph;

/** All that a version fixes: who enters, how often, and the way through. */
public record Content(Trigger trigger, ReEntry reEntry, GraphDraft graph) {

    /** The graph to walk; every version of one journey splits its members alike. */
    public Graph graphOf(String code) {
        return GraphReader.read(graph, code);
    }
}
