package dev.waystation.platform.members.partners.model;

import dev.waystation.platform.members.partners.model.Contract.Direction;
import java.time.Instant;
import java.util.UUID;

/** How we speak to a partner's system. Sending the same reference twice is one transfer there. */
public interface PartnerLink {

    /**
     * What the partner shall do: take units from an account (into ours) or give them (out).
     *
     * @param deadline the partner refuses it afterwards, so that an answer "never heard of it" is
     *     final from then on
     */
    record Request(
            UUID reference, Direction direction, String account, long units, Instant deadline) {}

    /** What the partner says. */
    sealed interface Answer {

        /** It is done there. */
        record Done(String theirReference) implements Answer {}

        /** It is not done and will not be. */
        record Refused(String code) implements Answer {}

        /** The partner never heard of it. */
        record NeverHeard() implements Answer {}

        /** No answer, or none that can be understood: only asking again helps. */
        record Unknown() implements Answer {}
    }

    Partner.Link link();

    Answer send(Partner partner, Request request);

    Answer ask(Partner partner, UUID reference);
}
