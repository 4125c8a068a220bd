package dev.waystation.platform.engagement.experiment.usecase;

import dev.waystation.platform.engagement.experiment.Trials;
import dev.waystation.platform.engagement.experiment.model.Design;
import dev.waystation.platform.engagement.experiment.model.Metric;
import dev.waystation.platform.engagement.experiment.model.TrialRefusal;
import dev.waystation.platform.engagement.experiment.store.TrialRow;
import dev.waystation.platform.engagement.experiment.store.TrialRows;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts, starts, changes and stops trials. A change that only widens keeps the phase and everybody
 * in his arm; any other begins a new phase with a new deal, for old results would mislead.
 */
@Service
public class ChangeTrials implements Trials {

    private static final double TEN_THOUSAND = 10_000;

    /** Where looking longer gains little, when nobody planned. */
    private static final long USUAL_UNITS = 5_000;

    /** A new trial. */
    public record Command(String key, Said name, Design design) {
        public Command {
            Malformed.require(
                    key.matches("[a-z0-9-]{3,60}"),
                    "key",
                    key,
                    "use 3 to 60 small letters, digits and hyphens");
            Malformed.require(
                    !name.zh().isBlank() && !name.en().isBlank(),
                    "name",
                    name,
                    "name it in Chinese and in English");
        }
    }

    /** It is done, or why not. */
    public sealed interface Outcome {
        record Done(String key, int phase) implements Outcome {}

        record Refused(TrialRefusal code) implements Outcome {}
    }

    private final TrialRows trials;
    private final Clock clock;

    ChangeTrials(TrialRows trials, Clock clock) {
        this.trials = trials;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        return trials.insert(command.key(), command.name(), command.design())
                ? new Outcome.Done(command.key(), 1)
                : new Outcome.Refused(TrialRefusal.TRIAL_KEY_IS_TAKEN);
    }

    @Override
    @Transactional
    public boolean begin(String key, Said name, List<Trials.Arm> arms) {
        Design design =
                new Design(
                        arms.stream()
                                .map(arm ->
                                        new Design.Arm(
                                                arm.key(),
                                                arm.name(),
                                                arm.perTenThousand() / TEN_THOUSAND))
                                .toList(),
                        1,
                        null,
                        Metric.CONVERSION,
                        List.of(Metric.REVENUE),
                        USUAL_UNITS);
        return handle(new Command(key, name, design)) instanceof Outcome.Done
                && start(key) instanceof Outcome.Done;
    }

    @Override
    @Transactional
    public void end(String key) {
        stop(key);
    }

    @Transactional
    public Outcome start(String key) {
        Optional<TrialRow> found = trials.locked(key);
        if (found.isEmpty()) {
            return new Outcome.Refused(TrialRefusal.UNKNOWN_TRIAL);
        }
        TrialRow row = found.get();
        if (row.state().equals("stopped")) {
            return new Outcome.Refused(TrialRefusal.TRIAL_IS_STOPPED);
        }
        Instant began = row.beganAt() == null ? clock.instant() : row.beganAt();
        trials.update(with(row, "running", row.phase(), row.design(), began));
        return new Outcome.Done(key, row.phase());
    }

    @Transactional
    public Outcome stop(String key) {
        Optional<TrialRow> found = trials.locked(key);
        if (found.isEmpty()) {
            return new Outcome.Refused(TrialRefusal.UNKNOWN_TRIAL);
        }
        TrialRow row = found.get();
        trials.update(
                new TrialRow(
                        key,
                        row.name(),
                        "stopped",
                        row.phase(),
                        row.design(),
                        row.beganAt(),
                        clock.instant()));
        return new Outcome.Done(key, row.phase());
    }

    @Transactional
    public Outcome redesign(String key, Design design) {
        Optional<TrialRow> found = trials.locked(key);
        if (found.isEmpty()) {
            return new Outcome.Refused(TrialRefusal.UNKNOWN_TRIAL);
        }
        TrialRow row = found.get();
        if (row.state().equals("stopped")) {
            return new Outcome.Refused(TrialRefusal.TRIAL_IS_STOPPED);
        }
        boolean same = !row.isRunning() || row.design().onlyWidensTo(design);
        int phase = same ? row.phase() : row.phase() + 1;
        Instant began = same ? row.beganAt() : clock.instant();
        trials.update(new TrialRow(key, row.name(), row.state(), phase, design, began, null));
        return new Outcome.Done(key, phase);
    }

    private static TrialRow with(
            TrialRow row, String state, int phase, Design design, Instant began) {
        return new TrialRow(row.key(), row.name(), state, phase, design, began, row.stoppedAt());
    }
}
