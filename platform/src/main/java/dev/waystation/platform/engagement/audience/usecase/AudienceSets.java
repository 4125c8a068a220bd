package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.audience.MemberSets;
import dev.waystation.audience.Regions;
import dev.waystation.audience.Selection;
import dev.waystation.condition.SetPlan;
import dev.waystation.platform.engagement.audience.model.Deed;
import dev.waystation.platform.engagement.audience.model.Extra;
import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.Traits;
import dev.waystation.platform.engagement.audience.store.DeedStore;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The members as sets in memory, read from the tables at the first question and then kept up after
 * every commit of this node. A version per member keeps a late commit from undoing a later one.
 */
@Component
public class AudienceSets {

    private static final int PAGE = 5_000;

    private final TraitStore traits;
    private final DeedStore deeds;
    private final MembershipStore memberships;
    private final Sampling sampling;
    private MemberSets sets = new MemberSets(Extra::reading);
    private MemberSets sample = sets;
    private final Map<Long, Long> versions = new HashMap<>();
    private boolean loaded;

    AudienceSets(
            TraitStore traits, DeedStore deeds, MembershipStore memberships, Sampling sampling) {
        this.sampling = sampling;
        this.memberships = memberships;
        this.traits = traits;
        this.deeds = deeds;
    }

    /** The members a plan selects on a day. */
    public Selection select(SetPlan plan, LocalDate today) {
        return Selection.of(ready(), plan, today.toEpochDay());
    }

    /** The members of every combination of these plans, all on one state of the sets. */
    Map<Integer, Integer> regions(List<SetPlan> plans, LocalDate today) {
        return Regions.of(ready(), plans, today.toEpochDay());
    }

    /** How many of the sample a plan selects, and how many the sample and all members are. */
    Sampling.Seen sampled(SetPlan plan, LocalDate today) {
        int universe = ready().size();
        MemberSets asked = sample();
        int found = Selection.of(asked, plan, today.toEpochDay()).count();
        return new Sampling.Seen(found, asked.size(), universe);
    }

    private synchronized MemberSets sample() {
        return sample;
    }

    /** How many members carry each tag. */
    Map<String, Integer> tagged() {
        return ready().counts("tags");
    }

    /** How many members there are. */
    public int size() {
        return ready().size();
    }

    /** Brings these members up to date once the running transaction has committed. */
    void afterCommit(List<MemberView> changed) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return; // all is read afresh, so nothing of it need be kept until then
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        put(changed);
                    }
                });
    }

    /** Forgets everything once the running transaction has committed, for a bulk change. */
    void forgetAfterCommit() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        forget();
                    }

                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResource(AudienceSets.this);
                    }
                });
    }

    /** Forgets one member once the running transaction has committed. */
    void removeAfterCommit(long memberId) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        remove(memberId);
                    }
                });
    }

    private synchronized void remove(long memberId) {
        versions.remove(memberId);
        sets.remove(memberId);
        if (sample != sets) {
            sample.remove(memberId);
        }
    }

    private synchronized void forget() {
        loaded = false;
        versions.clear();
        sets = new MemberSets(Extra::reading);
        sample = sets;
    }

    private synchronized void put(List<MemberView> changed) {
        // before the first question too: the load may already have passed these members
        for (MemberView member : changed) {
            // the row was written with the next version
            keep(member, member.traits().version() + 1);
        }
    }

    private void keep(MemberView member, long version) {
        long memberId = member.traits().memberId();
        if (versions.getOrDefault(memberId, -1L) < version) {
            versions.put(memberId, version);
            sets.put(member.values());
            if (sample != sets && sampling.takes(memberId)) {
                sample.put(member.values());
            }
        }
    }

    private synchronized MemberSets ready() {
        if (!loaded) {
            load();
            sets.optimize();
            loaded = true;
        }
        return sets;
    }

    private void load() {
        if (sampling.of(traits.count())) {
            sample = new MemberSets(Extra::reading);
            // whoever changed before the first question
            versions.keySet().stream()
                    .filter(sampling::takes)
                    .forEach(id -> sets.find(id).ifPresent(sample::put));
        }
        long after = Long.MIN_VALUE;
        List<Traits> page;
        do {
            page = traits.page(after, PAGE);
            List<Long> ids = page.stream().map(Traits::memberId).toList();
            Map<Long, List<Deed>> done = deeds.find(ids);
            Map<Long, List<String>> in = memberships.codes(ids);
            for (Traits row : page) {
                List<Deed> own = done.getOrDefault(row.memberId(), List.of());
                List<String> segments = in.getOrDefault(row.memberId(), List.of());
                keep(MemberView.asStored(row, own, segments), row.version());
                after = row.memberId();
            }
        } while (page.size() == PAGE);
    }
}
