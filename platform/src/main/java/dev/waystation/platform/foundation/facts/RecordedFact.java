package dev.waystation.platform.foundation.facts;

import java.time.Instant;

/** A fact as it stands in the log. The position names it; it does not order transactions. */
public record RecordedFact(long position, Fact fact, Instant recordedAt) {}
