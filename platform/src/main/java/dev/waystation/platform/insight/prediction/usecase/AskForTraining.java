package dev.waystation.platform.insight.prediction.usecase;

import dev.waystation.platform.engagement.audience.VisitHistories.Extent;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.prediction.model.PredictionModel;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Begins to train a model, where there is enough to learn from. */
@Service
public class AskForTraining {

    /** Members who must be known on the day it learns as of, and on the day it is judged as of. */
    static final long MEMBERS = 200;

    /** Of those, so many must have come again, and so many must not. */
    static final long EACH = 50;

    private static final int SHORTEST = 7;
    private static final int LONGEST = 365;

    /** Which model, how many days ahead, and who wants it. */
    public record Command(PredictionModel model, int days, String by) {
        public Command {
            Malformed.require(
                    days >= SHORTEST && days <= LONGEST, "days", days, "look 7 to 365 days ahead");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Begun(JobView job) implements Outcome {}

        /** Known as of the day, and how many of what there must be. */
        record TooLittle(LocalDate day, Extent known) implements Outcome {}
    }

    private final ReadHistories histories;
    private final Jobs jobs;
    private final Clock clock;

    AskForTraining(ReadHistories histories, Jobs jobs, Clock clock) {
        this.histories = histories;
        this.jobs = jobs;
        this.clock = clock;
    }

    public Outcome handle(Command command) {
        // today is not over yet
        LocalDate asOf = LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT).minusDays(1);
        int days = command.days();
        LocalDate learnt = command.model().learnsAsOf(asOf, days);
        for (LocalDate day : new LocalDate[] {learnt, asOf.minusDays(days)}) {
            Extent known = histories.extent(day, day.plusDays(days));
            if (known.members() < MEMBERS
                    || known.came() < EACH
                    || known.members() - known.came() < EACH
                    || known.returned() < EACH) {
                return new Outcome.TooLittle(day, known);
            }
        }
        return new Outcome.Begun(
                jobs.submit(
                        TrainModel.KIND,
                        new TrainModel.Parameters(
                                command.model().code(), asOf, days, command.by())));
    }
}
