package dev.waystation.platform.members.passes.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pass of a person.
 *
 * @param travellerId who it is bound to; null for the member in person
 * @param media the number of the card or code; an older one opens nothing
 * @param span its days, pauses added; null until the first use where that begins them
 * @param renews the pass that it continues
 */
public record Pass(
        long id,
        long memberId,
        long productId,
        PassState state,
        @Nullable Long travellerId,
        int media,
        UUID orderRef,
        long paidMinor,
        @Nullable Span span,
        @Nullable Long renews,
        @Nullable String blockedFor,
        @Nullable Instant paidAt) {}
