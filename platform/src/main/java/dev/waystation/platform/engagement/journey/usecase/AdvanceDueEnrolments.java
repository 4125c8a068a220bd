package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.condition.Subject;
import dev.waystation.journey.Advance;
import dev.waystation.journey.Interpreter;
import dev.waystation.journey.Standing;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.store.DueEnrolmentRows;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves on everybody whose time has come, a batch per transaction. */
@Service
public class AdvanceDueEnrolments {

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceDueEnrolments.class);
    private static final int BATCH = 1_000;

    /** One member whose step fails keeps nobody else waiting; he is tried again after this. */
    private static final Duration RETRY = Duration.ofHours(1);

    /**
     * Whoever was woken and has nothing to do sleeps until his wait is over, and at least this
     * long: the interpreter knows parts of a microsecond that the database does not, and a batch of
     * such rows must not stand before all others.
     */
    private static final Duration NOT_YET = Duration.ofSeconds(1);

    private final DueEnrolmentRows claims;
    private final EnrolmentRows enrolments;
    private final LiveJourneys journeys;
    private final MoveEnrolments move;
    private final Walkers walkers;

    AdvanceDueEnrolments(
            DueEnrolmentRows claims,
            EnrolmentRows enrolments,
            LiveJourneys journeys,
            MoveEnrolments move,
            Walkers walkers) {
        this.claims = claims;
        this.enrolments = enrolments;
        this.journeys = journeys;
        this.move = move;
        this.walkers = walkers;
    }

    /** Advances one batch; answers how many were due, so that the caller knows when to stop. */
    @Transactional
    public int handle(Instant now) {
        List<Enrolment> due = claims.claimDue(now, BATCH);
        Company company = walkers.company(due);
        var moves = new ArrayList<MoveEnrolments.Moved>();
        var notYet = new ArrayList<Enrolment>();
        var stuck = new ArrayList<Enrolment>();
        for (Enrolment enrolment : due) {
            Definition definition = journeys.version(enrolment.journeyId(), enrolment.version());
            try {
                Interpreter interpreter = company.interpreter(definition);
                Subject member = company.member(enrolment, definition, now);
                Advance advance = interpreter.advance(enrolment.standing(), now, member);
                if (advance.isStill()) {
                    Standing asleep = interpreter.asleep(advance.standing(), member);
                    notYet.add(enrolment.asleepUntil(later(asleep.wakesAt(), now.plus(NOT_YET))));
                } else {
                    moves.add(new MoveEnrolments.Moved(enrolment, definition.code(), advance));
                }
            } catch (RuntimeException broken) {
                LOG.error("Enrolment {} can't go on", enrolment.enrolmentId(), broken);
                stuck.add(enrolment.asleepUntil(now.plus(RETRY)));
            }
        }
        enrolments.move(notYet);
        move.fail(stuck);
        move.handle(moves);
        return due.size();
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }
}
