package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Undoes what a file did, last row first. An effect that something else was built on stays, and its
 * line says why.
 */
@Component
class TakeBack implements JobWork {

    static final String KIND = "intake.take-back";

    private final IntakeWalk walk;
    private final IntakeEffects effects;

    TakeBack(IntakeWalk walk, IntakeEffects effects) {
        this.walk = walk;
        this.effects = effects;
    }

    /** Which file. */
    record Command(long fileId, String actor) {}

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
        long id = parameters.get("fileId").asLong();
        IntakeFile file = walk.files().find(id).orElseThrow();
        Intake intake = walk.intake(file.subject());
        Intake.Run run = new Intake.Run(id, parameters.get("actor").asString());
        progress.total(effects.count(id));
        int line = progress.mark().map(mark -> mark.get("line").asInt()).orElse(Integer.MAX_VALUE);
        long kept = progress.mark().map(mark -> mark.get("kept").asLong()).orElse(0L);
        long gone = file.undone();
        List<Intake.Effect> chunk = effects.before(id, line, IntakeRows.CHUNK);
        while (!chunk.isEmpty()) {
            long[] sums = {gone, kept};
            List<Intake.Effect> these = chunk;
            walk.together(() -> step(intake, these, run, progress, sums));
            gone = sums[0];
            kept = sums[1];
            chunk = effects.before(id, chunk.getLast().line(), IntakeRows.CHUNK);
        }
        if (kept > 0) {
            progress.partial();
        }
        walk.end(id, kept > 0 ? IntakeFile.State.PARTLY_UNDONE : IntakeFile.State.UNDONE);
        return Map.of(
                "import",
                IntakeViews.id(id),
                "undone",
                gone,
                "kept",
                kept,
                "href",
                "/imports/" + IntakeViews.id(id));
    }

    private void step(
            Intake intake,
            List<Intake.Effect> chunk,
            Intake.Run run,
            JobProgress progress,
            long[] sums) {
        List<Verdict> verdicts = intake.undo(chunk, run);
        List<Integer> gone = new ArrayList<>();
        List<IntakeFaults.Told> faults = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            int line = chunk.get(i).line();
            if (verdicts.get(i) instanceof Verdict.Rejected(List<Verdict.Fault> why)) {
                why.forEach(each -> faults.add(new IntakeFaults.Told(line, each)));
            } else {
                gone.add(line);
            }
        }
        effects.undone(run.importId(), gone);
        walk.files().undone(run.importId(), gone.size());
        faults.sort(java.util.Comparator.comparingInt(IntakeFaults.Told::line));
        walk.faults().add(run.importId(), faults);
        sums[0] += gone.size();
        sums[1] += chunk.size() - gone.size();
        progress.mark(Map.of("line", chunk.getLast().line(), "kept", sums[1]), sums[0] + sums[1]);
    }
}
