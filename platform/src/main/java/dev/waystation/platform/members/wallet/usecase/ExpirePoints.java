package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.model.AccountKey;
import dev.waystation.platform.members.wallet.store.BalanceReads;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Moves lapsed points to breakage and gives overdue holds back, a hundred at a time. */
@Service
public class ExpirePoints {

    /** More than waits well in a lane beside the spends of members. */
    private static final int BATCH = 100;

    private static final int MOST_PER_RUN = 500_000;

    private final BalanceReads due;
    private final Points points;
    private final Traffic traffic;
    private final Clock clock;

    ExpirePoints(BalanceReads due, Points points, Traffic traffic, Clock clock) {
        this.due = due;
        this.points = points;
        this.traffic = traffic;
        this.clock = clock;
    }

    /** Everything that is due, up to the cap of one run; the next run goes on. */
    public int lapsed() {
        return lapsed(MOST_PER_RUN);
    }

    /**
     * One entry per account and lapsed day. Whatever a run that died half-way has posted is no
     * longer due, so the next one goes on behind it; two at once post each day once.
     */
    public int lapsed(int most) {
        LocalDate today = LocalDate.now(clock);
        int posted = lapsed(due::lapsed, today, most);
        return posted + lapsed(due::asleep, today, most - posted);
    }

    /** Where to look next for accounts with lapsed points. */
    private interface Source {
        List<BalanceReads.Lapsed> next(LocalDate today, BalanceReads.Lapsed after, int limit);
    }

    private int lapsed(Source source, LocalDate today, int most) {
        int posted = 0;
        BalanceReads.Lapsed after = BalanceReads.Lapsed.FIRST;
        Pace pace = new Pace(traffic, System::nanoTime);
        while (posted < most) {
            List<BalanceReads.Lapsed> found =
                    source.next(today, after, Math.min(BATCH, most - posted));
            if (found.isEmpty()) {
                break;
            }
            after = found.getLast();
            posted += expire(found, today, pace);
        }
        return posted;
    }

    /** All lapsed days of these accounts, a day a round. */
    private int expire(List<BalanceReads.Lapsed> found, LocalDate today, Pace pace) {
        int posted = 0;
        List<AccountKey> accounts =
                found.stream().map(BalanceReads.Lapsed::account).distinct().toList();
        for (int round = 0; !accounts.isEmpty(); round++) {
            pace.start();
            List<PostOutcome> outcomes = points.postAll(commands(accounts, today, round));
            pace.done(outcomes.size());
            List<AccountKey> more = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i) instanceof PostOutcome.Posted answer) {
                    posted += answer.repeated() ? 0 : 1;
                    more.add(accounts.get(i));
                }
            }
            accounts = more;
        }
        return posted;
    }

    /** Releases holds whose time is over; a capture that came first wins. */
    public int overdueHolds() {
        Instant now = clock.instant();
        int released = 0;
        List<BalanceReads.DueHold> holds = due.dueHolds(now, BATCH);
        while (!holds.isEmpty()) {
            List<PostOutcome> outcomes =
                    points.postAll(
                            holds.stream()
                                    .map(each ->
                                            new PointsCommand.Release(
                                                    derived("overdue", each.holdId()),
                                                    each.account().memberId(),
                                                    each.account().currency(),
                                                    each.holdId(),
                                                    "hold ran out"))
                                    .toList());
            long fresh = outcomes.stream().filter(PostOutcome.Posted.class::isInstance).count();
            released += Math.toIntExact(fresh);
            holds = fresh == 0 ? List.of() : due.dueHolds(now, BATCH);
        }
        return released;
    }

    private static List<PointsCommand> commands(
            List<AccountKey> accounts, LocalDate today, int round) {
        List<PointsCommand> commands = new ArrayList<>(accounts.size());
        for (AccountKey each : accounts) {
            commands.add(
                    new PointsCommand.Expire(
                            derived("expire " + today + " " + each.currency(), round),
                            each.memberId(),
                            each.currency()));
        }
        return commands;
    }

    static UUID derived(String what, Object of) {
        return UUID.nameUUIDFromBytes((what + ":" + of).getBytes(StandardCharsets.UTF_8));
    }
}
