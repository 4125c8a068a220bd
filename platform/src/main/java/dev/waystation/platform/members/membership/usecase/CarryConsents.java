package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.facts.ConsentChanged;
import dev.waystation.platform.members.membership.store.ConsentStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What two members who are one person said together: a no of either is a no, a yes counts where the
 * other said nothing. Each word is a line of its own that names the merge, so that parting can tell
 * it from what the person said since.
 */
@Component
class CarryConsents {

    private static final String MERGED = "merge of ";
    private static final String PARTED = "parted from ";

    private final ConsentStore consents;
    private final FactLog facts;
    private final Clock clock;

    CarryConsents(ConsentStore consents, FactLog facts, Clock clock) {
        this.consents = consents;
        this.facts = facts;
        this.clock = clock;
    }

    void merge(long member, long into) {
        List<Consent> own = consents.current(into);
        for (Consent theirs : consents.current(member)) {
            Optional<Consent> mine = of(own, theirs);
            boolean stricter = mine.isPresent() && mine.get().granted() && !theirs.granted();
            if (mine.isEmpty() || stricter) {
                write(into, theirs, theirs.granted(), MERGED + PublicId.encode("mbr", member));
            }
        }
    }

    /** Gives back what stood before the merge, unless the member said something else since. */
    void part(long member, long into) {
        String source = MERGED + PublicId.encode("mbr", member);
        for (Consent now : consents.current(into)) {
            if (now.source().equals(source)) {
                // who had said nothing is asked again: silence is no yes
                boolean before = consents.before(into, now.channel(), now.purpose()).orElse(false);
                if (before != now.granted()) {
                    write(into, now, before, PARTED + PublicId.encode("mbr", member));
                }
            }
        }
    }

    private static Optional<Consent> of(List<Consent> all, Consent wanted) {
        return all.stream()
                .filter(each ->
                        each.channel().equals(wanted.channel())
                                && each.purpose().equals(wanted.purpose()))
                .findFirst();
    }

    private void write(long member, Consent about, boolean granted, String source) {
        Instant now = clock.instant();
        consents.append(member, about.channel(), about.purpose(), granted, source, now);
        facts.append(
                new ConsentChanged(member, about.channel(), about.purpose(), granted, source, now));
    }
}
