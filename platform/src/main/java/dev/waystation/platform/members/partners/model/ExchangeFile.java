package dev.waystation.platform.members.partners.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A partner's file of conversions and how each of its lines was answered. */
public record ExchangeFile(
        UUID id,
        long partnerId,
        String name,
        int lines,
        long units,
        Instant receivedAt,
        String receivedBy,
        List<Line> answers) {

    /**
     * One line.
     *
     * @param answer {@code ACCEPTED}, {@code ACCEPTED_LATE}, {@code REPEATED}, {@code SUSPENSE},
     *     {@code LINE_IS_BROKEN} or a refusal's code
     */
    public record Line(
            int number, String eventId, String member, long units, String answer, long points) {}

    public ExchangeFile {
        answers = List.copyOf(answers);
    }
}
