package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Advance;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves on everybody whose time has come, a batch per transaction. */
@Service
public class AdvanceDueEnrolments {

    private static final int BATCH = 500;

    private final EnrolmentRows enrolments;
    private final LiveJourneys journeys;
    private final MoveEnrolments move;
    private final Walkers walkers;

    AdvanceDueEnrolments(
            EnrolmentRows enrolments, LiveJourneys journeys, MoveEnrolments move, Walkers walkers) {
        this.enrolments = enrolments;
        this.journeys = journeys;
        this.move = move;
        this.walkers = walkers;
    }

    /** Advances one batch; answers how many moved, so that the caller knows when to stop. */
    @Transactional
    public int handle(Instant now) {
        List<Enrolment> due = enrolments.claimDue(now, BATCH);
        var moves = new ArrayList<MoveEnrolments.Moved>();
        for (Enrolment enrolment : due) {
            Definition definition = journeys.version(enrolment.journeyId(), enrolment.version());
            Advance advance =
                    walkers.interpreter(definition)
                            .advance(
                                    enrolment.standing(),
                                    now,
                                    walkers.member(enrolment, definition, now));
            if (!advance.isStill()) {
                moves.add(new MoveEnrolments.Moved(enrolment, definition.code(), advance));
            }
        }
        move.handle(moves);
        return moves.size();
    }
}
