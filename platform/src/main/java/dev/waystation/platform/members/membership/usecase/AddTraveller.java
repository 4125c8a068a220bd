package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.membership.model.Identities;
import dev.waystation.platform.members.membership.model.IdentityClaim;
import dev.waystation.platform.members.membership.model.Person;
import dev.waystation.platform.members.membership.model.RegistrationRefusal;
import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.members.membership.store.TravellerStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts somebody of the family on a member's list of travellers. */
@Service
public class AddTraveller {

    /** The largest order carries five; a list of fifteen serves a family. */
    static final int LARGEST_LIST = 15;

    /** Who to add. */
    public record Command(long memberId, IdentityClaim claim) {}

    /** The new traveller, or why there is none. */
    public sealed interface Outcome {
        record Added(long travellerId) implements Outcome {}

        record Refused(RegistrationRefusal why) implements Outcome {}
    }

    private final MemberStore members;
    private final TravellerStore travellers;
    private final Clock clock;

    AddTraveller(MemberStore members, TravellerStore travellers, Clock clock) {
        this.members = members;
        this.travellers = travellers;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Identities.Check check = Identities.check(command.claim(), LocalDate.now(clock));
        return switch (check) {
            case Identities.Check.Unsound(RegistrationRefusal why) -> new Outcome.Refused(why);
            case Identities.Check.Sound(Person person) -> add(command.memberId(), person);
        };
    }

    private Outcome add(long memberId, Person person) {
        Malformed.require(members.lock(memberId), "member", memberId, "sign in as a member");
        if (travellers.ofMember(memberId).size() >= LARGEST_LIST) {
            return new Outcome.Refused(RegistrationRefusal.TRAVELLER_LIST_IS_FULL);
        }
        OptionalLong added = travellers.insert(memberId, false, person, clock.instant());
        return added.isPresent()
                ? new Outcome.Added(added.getAsLong())
                : new Outcome.Refused(RegistrationRefusal.TRAVELLER_IS_LISTED);
    }
}
