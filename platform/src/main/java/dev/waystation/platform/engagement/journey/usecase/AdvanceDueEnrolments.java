package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Advance;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.store.DueEnrolmentRows;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
     * Whoever was due by the database's clock and not by the interpreter's, which knows parts of a
     * microsecond, steps back this far: a batch of such rows must not stand before all others.
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
                Advance advance =
                        company.interpreter(definition)
                                .advance(
                                        enrolment.standing(),
                                        now,
                                        company.member(enrolment, definition, now));
                if (advance.isStill()) {
                    notYet.add(enrolment.asleepUntil(now.plus(NOT_YET)));
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
}
