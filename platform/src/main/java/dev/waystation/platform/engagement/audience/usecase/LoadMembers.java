package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.ComputedTrait;
import dev.waystation.platform.engagement.audience.model.Deed;
import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.Traits;
import dev.waystation.platform.engagement.audience.store.DeedStore;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads members whole, as conditions see them today, and writes them back. */
@Component
class LoadMembers {

    private final TraitStore traits;
    private final DeedStore deeds;
    private final MembershipStore memberships;
    private final AudienceSets sets;
    private final CurrentVocabulary vocabulary;
    private final Clock clock;

    LoadMembers(
            TraitStore traits,
            DeedStore deeds,
            MembershipStore memberships,
            AudienceSets sets,
            CurrentVocabulary vocabulary,
            Clock clock) {
        this.vocabulary = vocabulary;
        this.memberships = memberships;
        this.traits = traits;
        this.deeds = deeds;
        this.sets = sets;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** How many members there are. */
    int universe() {
        return sets.size();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT);
    }

    /** These members, locked until the transaction ends. */
    List<MemberView> lock(List<Long> memberIds) {
        return views(traits.lock(memberIds));
    }

    /** The numbers after a number, in order. */
    List<Long> ids(long after, int limit) {
        return traits.page(after, limit).stream().map(Traits::memberId).toList();
    }

    Optional<MemberView> find(long memberId) {
        return find(List.of(memberId)).stream().findFirst();
    }

    List<MemberView> find(Collection<Long> memberIds) {
        return views(traits.find(List.copyOf(memberIds)));
    }

    /** Members after a number, in the order of numbers. */
    List<MemberView> page(long after, int limit) {
        return views(traits.page(after, limit));
    }

    private List<MemberView> views(List<Traits> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        LocalDate today = today();
        List<Long> ids = rows.stream().map(Traits::memberId).toList();
        Map<Long, List<Deed>> done = deeds.find(ids);
        Map<Long, List<String>> in = memberships.codes(ids);
        List<ComputedTrait> computed = vocabulary.traits();
        return rows.stream()
                .map(row ->
                        MemberView.of(
                                row,
                                RefreshMembers.of(done, row),
                                in.getOrDefault(row.memberId(), List.of()),
                                computed,
                                today))
                .toList();
    }

    /** Writes what follows from deeds and time, here and, after the commit, in the sets. */
    void store(List<MemberView> members) {
        traits.refresh(members);
        sets.afterCommit(members);
    }

    /** After a bulk change the sets are read afresh. */
    void forgetSets() {
        sets.forgetAfterCommit();
    }
}
