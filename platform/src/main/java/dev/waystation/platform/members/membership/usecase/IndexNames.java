package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.store.IndexDebts;
import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.members.membership.store.NameIndex;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Brings members into the search index who joined before it existed. Each page of them and the mark
 * behind it are one transaction, so a restart goes on where the last one stood; a key that is there
 * already stays.
 */
@Component
public class IndexNames implements JobWork {

    static final String KIND = "membership.index-names";
    private static final int PAGE = 500;

    private final MemberStore members;
    private final NameIndex names;
    private final IndexDebts debts;
    private final TransactionTemplate transaction;

    IndexNames(
            MemberStore members,
            NameIndex names,
            IndexDebts debts,
            PlatformTransactionManager transactions) {
        this.members = members;
        this.names = names;
        this.debts = debts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Queues a job for each debt that has none; jobs start with the commit. */
    public void begin(Jobs jobs) {
        transaction.executeWithoutResult(_ ->
                debts.open()
                        .forEach(reason ->
                                debts.begun(
                                        reason, jobs.submit(KIND, Map.of("reason", reason)).id())));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public @Nullable Object run(JsonNode parameters, JobProgress progress) {
        long through = debts.through(parameters.get("reason").asString()).orElse(0L);
        progress.total(members.countThrough(through));
        long[] at = progress.mark().map(IndexNames::at).orElse(new long[] {0, 0});
        boolean more = true;
        while (more) {
            if (progress.cancelled()) {
                progress.partial();
                break;
            }
            more = Boolean.TRUE.equals(transaction.execute(_ -> page(at, through, progress)));
        }
        return Map.of("members", at[1]);
    }

    private boolean page(long[] at, long through, JobProgress progress) {
        List<Enrolled> page =
                members.after(at[0], PAGE).stream().filter(each -> each.id() <= through).toList();
        if (page.isEmpty()) {
            return false;
        }
        names.add(page);
        at[0] = page.getLast().id();
        at[1] += page.size();
        progress.mark(Map.of("member", at[0], "done", at[1]), at[1]);
        return true;
    }

    private static long[] at(JsonNode mark) {
        return new long[] {mark.get("member").asLong(), mark.get("done").asLong()};
    }
}
