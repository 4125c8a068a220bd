package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.facts.HouseholdChanged;
import dev.waystation.platform.members.membership.model.HouseholdRules;
import dev.waystation.platform.members.membership.store.HouseholdStore;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes what happened in a family, so that somebody can answer for it later. */
@Component
class HouseholdBook {

    private final HouseholdStore households;
    private final HouseholdTerms terms;
    private final FactLog facts;
    private final Clock clock;

    HouseholdBook(HouseholdStore households, HouseholdTerms terms, FactLog facts, Clock clock) {
        this.households = households;
        this.terms = terms;
        this.facts = facts;
        this.clock = clock;
    }

    /** Those in force. */
    HouseholdRules rules() {
        return terms.now();
    }

    void note(long household, long member, String what, String by, String detail) {
        facts.append(new HouseholdChanged(household, member, what, by, detail, clock.instant()));
    }

    /** Ends a stay; minors go with their guardian, because nobody else answers for them. */
    void end(Household from, long member, String how, String by) {
        List<Long> going =
                Stream.concat(
                                Stream.of(member),
                                from.kin().stream()
                                        .filter(each ->
                                                each.role() == Household.Role.MINOR
                                                        && each.answersTo(member))
                                        .map(Household.Kin::memberId))
                        .distinct()
                        .toList();
        households.end(from.id(), going, how, clock.instant());
        going.forEach(each -> note(from.id(), each, how, by, ""));
    }

    static String member(long memberId) {
        return "member:" + memberId;
    }
}
