package dev.waystation.platform.members.parties.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * Who rides together by one purchase, told anew whenever it changes; nobody once all gave back.
 *
 * @param party names it for ever
 * @param others travellers who are not the buyer
 * @param occurredAt when it was bought
 */
public record PartyFormed(
        String party,
        long memberId,
        int size,
        int others,
        int children,
        int seniors,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}
