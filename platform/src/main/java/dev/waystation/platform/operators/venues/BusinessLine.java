package dev.waystation.platform.operators.venues;

import dev.waystation.platform.foundation.edge.Said;

/** One trade of the operator, such as the railway or the park. */
public record BusinessLine(String code, Said name) {}
