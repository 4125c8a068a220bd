package dev.waystation.platform.members.parties.model;

import dev.waystation.platform.members.parties.facts.PartyFormed;
import dev.waystation.platform.members.parties.facts.PartyTravelled;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who of a purchase rides one run together.
 *
 * @param key buyer, first order and run
 * @param payer buyer, enterprise or family
 */
public record Party(
        Key key, String payer, Instant boughtAt, Instant departsAt, List<Companion> companions) {

    /** Names a party. */
    public record Key(long buyerId, long partyId, long runId) {
        @Override
        public String toString() {
            return buyerId + "/" + partyId + "/" + runId;
        }
    }

    public Party {
        companions = List.copyOf(companions);
    }

    /** Those who go. */
    public List<Companion> going() {
        return companions.stream().filter(Companion::goes).toList();
    }

    /** What it is now. */
    public PartyFormed formed() {
        List<Companion> going = going();
        return new PartyFormed(
                key.toString(),
                key.buyerId(),
                going.size(),
                count(going.stream().filter(each -> !isBuyer(each)).toList()),
                count(going.stream().filter(each -> each.is("child")).toList()),
                count(going.stream().filter(each -> each.is("senior")).toList()),
                boughtAt);
    }

    /**
     * What the journey of one of them was; empty when no member of ours is known to have made it.
     */
    public Optional<PartyTravelled> travelled(long ticketId, Instant at) {
        List<Companion> going = going();
        return going.stream()
                .filter(each -> each.ticketId() == ticketId && each.memberId() != null)
                .findFirst()
                .map(each ->
                        new PartyTravelled(
                                ticketId,
                                Objects.requireNonNull(each.memberId()),
                                going.size(),
                                count(
                                        going.stream()
                                                .filter(other ->
                                                        !other.equals(each) && other.is("child"))
                                                .toList()),
                                each.role(),
                                isBuyer(each),
                                at));
    }

    private boolean isBuyer(Companion each) {
        return each.memberId() != null && each.memberId() == key.buyerId();
    }

    private static int count(List<Companion> some) {
        return some.size();
    }
}
