package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.audience.MemberSets;
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
    private MemberSets sets = new MemberSets(Extra::reading);
    private final Map<Long, Long> versions = new HashMap<>();
    private boolean loaded;

    AudienceSets(TraitStore traits, DeedStore deeds, MembershipStore memberships) {
        this.memberships = memberships;
        this.traits = traits;
        this.deeds = deeds;
    }

    /** The members a plan selects on a day. */
    public Selection select(SetPlan plan, LocalDate today) {
        return Selection.of(ready(), plan, today.toEpochDay());
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
    }

    private synchronized void forget() {
        loaded = false;
        versions.clear();
        sets = new MemberSets(Extra::reading);
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
