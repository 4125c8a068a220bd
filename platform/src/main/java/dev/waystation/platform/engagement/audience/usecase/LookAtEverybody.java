package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Asks the rules about every member again, because a rule changed and not a member: a page per
 * transaction, so that facts are heard in between, each with its mark. Whoever changes meanwhile is
 * decided by the new rule already, and looking twice changes nothing.
 */
@Component
class LookAtEverybody implements JobWork {

    static final String KIND = "audience.look-again";
    private static final int PAGE = 1_000;

    /** What those whom it moves are told moved them. */
    record Parameters(String cause) {}

    private final LoadMembers members;
    private final RefreshMembers refresh;
    private final TransactionTemplate transaction;

    LookAtEverybody(LoadMembers members, RefreshMembers refresh, TransactionTemplate transaction) {
        this.members = members;
        this.refresh = refresh;
        this.transaction = transaction;
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
        String cause = parameters.path("cause").asString();
        long after = progress.mark().map(JsonNode::asLong).orElse(Long.MIN_VALUE);
        long done = 0;
        while (after != Long.MAX_VALUE) {
            if (progress.cancelled()) {
                throw new IllegalStateException(
                        "Somebody stopped it; whoever was not looked at is with the next change");
            }
            List<Long> ids = members.ids(after, PAGE);
            long last = ids.size() < PAGE ? Long.MAX_VALUE : ids.getLast();
            done += ids.size();
            long looked = done;
            transaction.executeWithoutResult(_ -> {
                Map<Long, String> causes = new HashMap<>();
                ids.forEach(id -> causes.put(id, cause));
                refresh.handle(new RefreshMembers.Command(causes));
                progress.mark(last, looked);
            });
            after = last;
        }
        return done;
    }
}
