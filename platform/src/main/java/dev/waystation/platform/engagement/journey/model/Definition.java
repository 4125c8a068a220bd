package dev.waystation.platform.engagement.journey.model;

import dev.waystation.journey.Graph;

/** One published version: what an enrolment is pinned to. It never changes. */
public record Definition(long journeyId, int version, String code, Content content, Graph graph) {}
