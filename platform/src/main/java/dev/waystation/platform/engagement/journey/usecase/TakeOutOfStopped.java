package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Takes those who are inside a stopped journey out of it, a page per transaction, so that nobody
 * waits for all of them. Cut off, it goes on with whoever is still inside.
 */
@Component
class TakeOutOfStopped implements JobWork {

    static final String KIND = "journey.stop";
    private static final int PAGE = 500;

    private final EnrolmentRows enrolments;
    private final LiveJourneys journeys;
    private final MoveEnrolments move;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TakeOutOfStopped(
            EnrolmentRows enrolments,
            LiveJourneys journeys,
            MoveEnrolments move,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.enrolments = enrolments;
        this.journeys = journeys;
        this.move = move;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Whom it is about.
     *
     * @param newest enrolments after this one belong to a later publication and stay
     */
    record Stopped(long journeyId, long newest, long members) {}

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
        var stopped =
                new Stopped(
                        parameters.get("journeyId").asLong(),
                        parameters.get("newest").asLong(),
                        parameters.get("members").asLong());
        progress.total(stopped.members());
        long out = progress.mark().map(JsonNode::asLong).orElse(0L);
        for (int page = PAGE; page == PAGE && !progress.cancelled(); out += page) {
            long before = out;
            Integer taken = transaction.execute(_ -> page(stopped, before, progress));
            page = taken == null ? 0 : taken;
        }
        return out;
    }

    private int page(Stopped stopped, long before, JobProgress progress) {
        List<Enrolment> inside = enrolments.insideOf(stopped.journeyId(), stopped.newest(), PAGE);
        Instant now = clock.instant();
        move.handle(inside.stream().map(one -> journeys.stop(one, now)).toList());
        progress.mark(before + inside.size(), before + inside.size());
        return inside.size();
    }
}
