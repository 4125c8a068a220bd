package dev.waystation.platform.members.referral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.referral.model.Signal;
import dev.waystation.platform.members.referral.model.Suspects;
import dev.waystation.platform.members.referral.model.Terms;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Farms against honest people: how much of what is farmed is stopped, and how many honest inviters
 * wait for a review that finds nothing. Counted in invitations; each is worth the same.
 */
class FarmTest {

    private static final int PUPPETS = 20;
    private static final int HONEST = 4_000;

    /** Somebody invited, and what is seen of them at joining and at buying. */
    private record Guest(long id, long inviter, boolean farmed, Map<Signal, String> seen) {}

    private final Random random = new Random(20_261_122);
    private final Map<String, List<Suspects.Seen>> sightings = new HashMap<>();
    private final Set<Long> held = new HashSet<>();
    private final List<Guest> guests = new ArrayList<>();
    private long next = 1;

    @Test
    void nearlyAllThatIsFarmedIsStoppedAndNearlyNobodyHonestWaits() {
        farms();
        honest();
        guests.forEach(each -> see(each, Terms.Limits.USUAL));
        double stopped = share(true);
        double waiting = share(false);
        System.out.printf(
                "farmed invitations stopped: %.1f %%, honest ones held: %.2f %%%n",
                stopped * 100, waiting * 100);
        assertThat(stopped).isGreaterThanOrEqualTo(0.95);
        assertThat(waiting).isLessThanOrEqualTo(0.005);
    }

    /** The control: with limits nobody reaches, farms pass. */
    @Test
    void controlWithoutLimitsFarmsPass() {
        farms();
        guests.forEach(each -> see(each, new Terms.Limits(99, 99, 99, 99, 99, 99, 99)));
        assertThat(share(true)).isZero();
    }

    private void farms() {
        for (int i = 0; i < 20; i++) {
            star(Signal.DEVICE, "device of star " + i);
            star(Signal.INSTRUMENT, "account of sleepers " + i);
            star(Signal.DOCUMENT, "document of players " + i);
            star(Signal.NETWORK, "flat " + i);
            star(Signal.PLACE, "room " + i);
            ring(i);
        }
    }

    private void star(Signal signal, String shared) {
        long inviter = next++;
        for (int i = 0; i < PUPPETS; i++) {
            guest(inviter, true, Map.of(signal, shared));
        }
    }

    /** Each puppet brings the next; all pay from one account. */
    private void ring(int number) {
        long inviter = next++;
        for (int i = 0; i < PUPPETS; i++) {
            inviter = guest(inviter, true, Map.of(Signal.INSTRUMENT, "account of ring " + number));
        }
    }

    /** Friends on their own phones; families who share a flat and an account; waiting halls. */
    private void honest() {
        for (int i = 0; i < HONEST; i++) {
            long inviter = next++;
            boolean family = random.nextInt(4) == 0;
            int size = 1 + random.nextInt(family ? 3 : 4);
            for (int j = 0; j < size; j++) {
                Map<Signal, String> seen = new EnumMap<>(Signal.class);
                seen.put(
                        Signal.DEVICE,
                        family && random.nextInt(3) == 0 ? "tablet " + i : "phone " + next);
                seen.put(Signal.NETWORK, family ? "home " + i : "network " + random.nextInt(60));
                seen.put(Signal.PLACE, family ? "home " + i : "place " + random.nextInt(400));
                if (family) {
                    seen.put(Signal.INSTRUMENT, "account " + i);
                    seen.put(Signal.DOCUMENT, "child of " + i);
                }
                guest(inviter, false, seen);
            }
        }
    }

    private long guest(long inviter, boolean farmed, Map<Signal, String> seen) {
        long id = next++;
        guests.add(new Guest(id, inviter, farmed, seen));
        return id;
    }

    private void see(Guest guest, Terms.Limits limits) {
        guest.seen()
                .forEach((signal, digest) -> {
                    List<Suspects.Seen> all =
                            sightings.computeIfAbsent(signal + digest, _ -> new ArrayList<>());
                    all.add(new Suspects.Seen(guest.id(), guest.inviter()));
                    held.addAll(Suspects.sharing(signal, all, Set.of(), limits));
                });
    }

    private double share(boolean farmed) {
        List<Guest> kind = guests.stream().filter(each -> each.farmed() == farmed).toList();
        return (double) kind.stream().filter(each -> held.contains(each.id())).count()
                / kind.size();
    }
}
