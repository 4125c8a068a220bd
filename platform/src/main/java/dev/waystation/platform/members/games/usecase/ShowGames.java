package dev.waystation.platform.members.games.usecase;

import dev.waystation.platform.members.games.model.Challenge;
import dev.waystation.platform.members.games.model.Draw;
import dev.waystation.platform.members.games.model.Metric;
import dev.waystation.platform.members.games.model.Spin;
import dev.waystation.platform.members.games.store.DrawStore;
import dev.waystation.platform.members.games.store.ScoreStore;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws, boards and challenges for screens. */
@Service
public class ShowGames {

    private static final int BEST = 10;

    private final DrawStore draws;
    private final ScoreStore scores;
    private final Members members;
    private final Clock clock;

    ShowGames(DrawStore draws, ScoreStore scores, Members members, Clock clock) {
        this.draws = draws;
        this.scores = scores;
        this.members = members;
        this.clock = clock;
    }

    /** A draw with what the asking member has left today and has won. */
    public record Seen(Draw draw, boolean open, int leftToday, List<Spin> own) {}

    /** A line of a board; names are masked. */
    public record Line(long rank, String name, long score, boolean own) {}

    public List<Seen> draws(@Nullable Long member) {
        return draws.all().stream().map(draw -> seen(draw, member)).toList();
    }

    public Optional<Seen> draw(long id, @Nullable Long member) {
        return draws.find(id).map(draw -> seen(draw, member));
    }

    /** The best of this month, and the member wherever they stand. */
    public List<Line> board(Metric metric, @Nullable Long member) {
        String month = YearMonth.now(clock).toString();
        return scores.board(metric, month, BEST, member).stream()
                .map(each ->
                        new Line(
                                each.rank(),
                                members.card(each.memberId())
                                        .map(MemberCard::maskedName)
                                        .orElse("*"),
                                each.score(),
                                member != null && member == each.memberId()))
                .toList();
    }

    public List<Challenge.Mine> challenges(@Nullable Long member) {
        return scores.mine(member);
    }

    @Transactional
    public long add(Challenge challenge) {
        return scores.add(challenge);
    }

    private Seen seen(Draw draw, @Nullable Long member) {
        Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        int used = member == null ? 0 : draws.since(draw.id(), member, midnight);
        return new Seen(
                draw,
                draw.openAt(clock.instant()),
                Math.max(0, draw.perDay() - used),
                member == null ? List.of() : draws.spins(draw.id(), member, 0, 50).reversed());
    }
}
