package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import dev.waystation.platform.members.wallet.Note;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.store.Currencies;
import dev.waystation.platform.members.wallet.store.ExpiryMoves;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives all points of a currency that end on one day another last day, and keeps both. */
@Service
public class MoveLastDays implements JobWork {

    public static final String KIND = "wallet.move-last-days";

    private static final int BATCH = 500;

    /** What the job needs to run again. */
    public record Command(
            UUID id, String currency, LocalDate from, LocalDate to, String reason, String actor) {
        public Command {
            Malformed.require(to.isAfter(from), "to", to, "give a day after `from`");
            int length = reason.strip().length();
            Malformed.require(
                    length >= 4 && length <= 200, "reason", reason, "give 4 to 200 characters");
        }
    }

    /** How many accounts moved. */
    public record Result(long accounts) {}

    /** The last member whose points were moved, and how many members that makes. */
    private record Reached(long member, long done) {}

    private final ExpiryMoves moves;
    private final Currencies currencies;
    private final Points points;
    private final JsonMapper json;
    private final Clock clock;

    MoveLastDays(
            ExpiryMoves moves, Currencies currencies, Points points, JsonMapper json, Clock clock) {
        this.moves = moves;
        this.currencies = currencies;
        this.points = points;
        this.json = json;
        this.clock = clock;
    }

    /** Refuses what cannot be meant before a job is made of it. */
    public void check(Command command) {
        Malformed.require(
                currencies.codes().contains(command.currency()),
                "currency",
                command.currency(),
                "give one of " + currencies.codes());
        Malformed.require(
                !command.to().isBefore(LocalDate.now(clock)),
                "to",
                command.to(),
                "give a day that is not over");
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
        return handle(json.treeToValue(parameters, Command.class), progress);
    }

    private Result handle(Command command, JobProgress progress) {
        ExpiryMoves.Move move =
                new ExpiryMoves.Move(
                        command.id(),
                        command.currency(),
                        command.from(),
                        command.to(),
                        command.reason(),
                        command.actor());
        moves.keep(move, clock.instant());
        Reached reached =
                progress.mark()
                        .map(mark -> json.treeToValue(mark, Reached.class))
                        .orElse(new Reached(Long.MIN_VALUE, 0));
        long done = reached.done();
        List<Long> members = moves.members(move, reached.member(), BATCH);
        while (!members.isEmpty() && !progress.cancelled()) {
            points.postAll(members.stream().map(member -> command(move, member)).toList());
            done += members.size();
            progress.mark(new Reached(members.getLast(), done), done);
            members = moves.members(move, members.getLast(), BATCH);
        }
        return new Result(done);
    }

    private static PointsCommand command(ExpiryMoves.Move move, long member) {
        return new PointsCommand.MoveLastDay(
                ExpirePoints.derived("move " + move.id(), member),
                member,
                move.currency(),
                move.from(),
                move.to(),
                "last day moved",
                Note.by(move.actor(), move.id().toString()));
    }
}
