package dev.waystation.platform.members.games.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.games.facts.ChallengeDone;
import dev.waystation.platform.members.games.model.Challenge;
import dev.waystation.platform.members.games.model.Counted;
import dev.waystation.platform.members.games.store.ScoreStore;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what members did for the boards of the month and for running challenges. */
@Service
public class CountDeeds {

    private final ScoreStore scores;
    private final Points points;
    private final FactLog facts;
    private final Clock clock;

    CountDeeds(ScoreStore scores, Points points, FactLog facts, Clock clock) {
        this.scores = scores;
        this.points = points;
        this.facts = facts;
        this.clock = clock;
    }

    /** The caller sees to it that each deed comes once. */
    @Transactional
    public void handle(Counted deed) {
        LocalDate day = LocalDate.ofInstant(deed.at(), clock.getZone());
        scores.score(deed, YearMonth.from(day).toString());
        for (Challenge challenge : scores.running(deed.metric(), day)) {
            long count = scores.count(challenge.id(), deed.memberId(), deed.amount());
            if (count >= challenge.target() && !scores.isDone(challenge.id(), deed.memberId())) {
                done(challenge, deed);
            }
        }
    }

    private void done(Challenge challenge, Counted deed) {
        boolean rewarded = scores.take(challenge.id());
        scores.done(challenge.id(), deed.memberId(), rewarded, deed.at());
        if (rewarded) {
            points.credit(
                    new PointsCredit(
                            UUID.nameUUIDFromBytes(
                                    "challenge %d member %d"
                                            .formatted(challenge.id(), deed.memberId())
                                            .getBytes(StandardCharsets.UTF_8)),
                            deed.memberId(),
                            Points.POINTS,
                            challenge.rewardPoints(),
                            points.lastDay(Points.POINTS, LocalDate.now(clock)),
                            why(challenge),
                            "challenge"));
        }
        facts.append(
                new ChallengeDone(
                        deed.memberId(),
                        challenge.id(),
                        rewarded,
                        rewarded ? challenge.rewardPoints() : 0,
                        deed.at()));
    }

    private static Explanation why(Challenge challenge) {
        return Explanation.of(
                new Said(
                        "完成挑战:" + challenge.name().zh(), "Challenge met: " + challenge.name().en()),
                new Reason(
                        "TARGET",
                        true,
                        new Said(
                                "目标 %d".formatted(challenge.target()),
                                "Target %d".formatted(challenge.target())),
                        Map.of("target", challenge.target())));
    }
}
