package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.release.model.Plan;
import dev.waystation.platform.selling.release.model.PlanSketch;
import dev.waystation.platform.selling.release.model.SketchReader;
import dev.waystation.platform.selling.release.store.Plans;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a new version as a draft. It may still be wrong; it must be understandable. */
@Service
public class DraftReleasePlan {

    public record Command(String trainCode, String seatClass, PlanSketch sketch, String author) {
        public Command {
            Malformed.require(!trainCode.isBlank(), "trainCode", trainCode, "give a train number");
            Malformed.require(
                    !seatClass.isBlank(),
                    "class",
                    seatClass,
                    "use business, first, second or standing");
        }
    }

    private final Plans plans;
    private final CoverTrain cover;
    private final Clock clock;

    DraftReleasePlan(Plans plans, CoverTrain cover, Clock clock) {
        this.plans = plans;
        this.cover = cover;
        this.clock = clock;
    }

    public sealed interface Outcome {
        record Drafted(Plan plan) implements Outcome {}

        record Refused(ReleaseRefusal code) implements Outcome {}
    }

    @Transactional
    public Outcome handle(Command command) {
        SketchReader.read(command.sketch(), "draft");
        Optional<Run> run = cover.nextRun(command.trainCode());
        if (run.isEmpty()) {
            return new Outcome.Refused(ReleaseRefusal.UNKNOWN_TRAIN);
        }
        if (run.get().offer(command.seatClass()).isEmpty()) {
            return new Outcome.Refused(ReleaseRefusal.TRAIN_HAS_NO_SUCH_CLASS);
        }
        // A train with two numbers has one plan: under the first of them.
        long id =
                plans.draft(
                        run.get().trainCode(),
                        command.seatClass(),
                        command.sketch(),
                        command.author(),
                        clock.instant());
        return new Outcome.Drafted(plans.find(id).orElseThrow());
    }
}
