package dev.waystation.platform.members.games.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.games.GameRefusal;
import dev.waystation.platform.members.games.model.Challenge;
import dev.waystation.platform.members.games.model.Metric;
import dev.waystation.platform.members.games.usecase.ShowGames;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leaderboards and challenges. */
@RestController
class LeaderboardController {

    private static final String CHALLENGE = "chl";

    record BoardLine(long rank, String name, long score, boolean own) {}

    record ChallengeView(
            String id,
            Said name,
            String metric,
            int target,
            LocalDate firstDay,
            LocalDate lastDay,
            long rewardPoints,
            long stock,
            long left,
            long count,
            boolean done,
            boolean rewarded) {}

    record ChallengeBody(
            Said name,
            String metric,
            int target,
            LocalDate firstDay,
            LocalDate lastDay,
            long rewardPoints,
            long stock) {}

    private final ShowGames show;

    LeaderboardController(ShowGames show) {
        this.show = show;
    }

    @GetMapping("/v1/leaderboards/{metric}")
    @Permission({Permission.MEMBER, "coupons.read"})
    List<BoardLine> board(Caller caller, @PathVariable String metric) {
        return show
                .board(
                        Metric.of(metric)
                                .orElseThrow(() ->
                                        Refusal.of(
                                                GameRefusal.LEADERBOARD_NOT_FOUND,
                                                HttpStatus.NOT_FOUND)),
                        member(caller))
                .stream()
                .map(each -> new BoardLine(each.rank(), each.name(), each.score(), each.own()))
                .toList();
    }

    @GetMapping("/v1/challenges")
    @Permission({Permission.MEMBER, "coupons.read"})
    List<ChallengeView> challenges(Caller caller) {
        return show.challenges(member(caller)).stream().map(LeaderboardController::view).toList();
    }

    @PostMapping("/v1/challenges")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("mall.write")
    List<ChallengeView> add(@RequestBody ChallengeBody body) {
        show.add(
                new Challenge(
                        0,
                        body.name(),
                        Metric.of(body.metric())
                                .orElseThrow(() ->
                                        new Malformed(
                                                "metric",
                                                body.metric(),
                                                "give trips, visits or points")),
                        body.target(),
                        body.firstDay(),
                        body.lastDay(),
                        body.rewardPoints(),
                        body.stock(),
                        body.stock()));
        return show.challenges(null).stream().map(LeaderboardController::view).toList();
    }

    private static ChallengeView view(Challenge.Mine mine) {
        Challenge each = mine.challenge();
        return new ChallengeView(
                PublicId.encode(CHALLENGE, each.id()),
                each.name(),
                each.metric().code(),
                each.target(),
                each.firstDay(),
                each.lastDay(),
                each.rewardPoints(),
                each.stock(),
                each.left(),
                mine.count(),
                mine.done(),
                mine.rewarded());
    }

    private static @Nullable Long member(Caller caller) {
        return caller instanceof Caller.Member(long id) ? id : null;
    }
}
