package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Goes through a file chunk by chunk, either to say what each row would do or to do it. Effects,
 * faults, counts and the mark of a chunk are one transaction, so that a restart goes on with the
 * next chunk.
 */
@Component
class TakeIn implements JobWork {

    static final String KIND = "intake.take-in";
    private static final int TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(TakeIn.class);

    private final IntakeWalk walk;
    private final IntakeEffects effects;

    TakeIn(IntakeWalk walk, IntakeEffects effects) {
        this.walk = walk;
        this.effects = effects;
    }

    /** Which file, and whether rows take effect. */
    record Command(long fileId, boolean apply, String actor) {}

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
        boolean apply = parameters.get("apply").asBoolean();
        IntakeFile file = walk.files().find(id).orElseThrow();
        Intake intake = walk.intake(file.subject());
        Duplicates duplicates = new Duplicates(intake);
        progress.total(file.rows());
        int next = progress.mark().map(mark -> mark.get("chunk").asInt()).orElse(0);
        for (int earlier = 0; earlier < next; earlier++) {
            walk.rows().rows(file, earlier).forEach(duplicates::of);
        }
        IntakeFile.Counts counts = next == 0 ? IntakeFile.Counts.NONE : file.counts();
        int chunks = walk.rows().chunks(id);
        while (next < chunks && !progress.cancelled()) {
            Chunk chunk = new Chunk(file, next, first(walk.rows().rows(file, next), duplicates));
            Intake.Run run = new Intake.Run(id, parameters.get("actor").asString());
            counts = take(chunk, apply ? run : null, counts, progress);
            next++;
        }
        return ended(file, next == chunks, apply, counts, progress);
    }

    /** A chunk whose rows that nobody need judge are told apart already. */
    private record Chunk(IntakeFile file, int number, List<Looked> rows) {

        List<IntakeRow> fresh() {
            return rows.stream().filter(each -> each.refused().isEmpty()).map(Looked::row).toList();
        }
    }

    private record Looked(IntakeRow row, Optional<Verdict> refused) {}

    private static List<Looked> first(List<IntakeRow> rows, Duplicates duplicates) {
        return rows.stream()
                .map(row -> new Looked(row, LostDigits.of(row).or(() -> duplicates.of(row))))
                .toList();
    }

    // Somebody may take a phone number between our look and our insert: then look again.
    private IntakeFile.Counts take(
            Chunk chunk, Intake.@Nullable Run run, IntakeFile.Counts counts, JobProgress progress) {
        for (int attempt = 1; ; attempt++) {
            try {
                List<IntakeFile.Counts> after = new ArrayList<>();
                walk.together(() -> after.add(step(chunk, run, counts, progress)));
                return after.getFirst();
            } catch (DataIntegrityViolationException raced) {
                if (attempt == TRIES) {
                    throw raced;
                }
                LOG.info("Chunk {} of file {} again", chunk.number(), chunk.file().id(), raced);
            }
        }
    }

    private IntakeFile.Counts step(
            Chunk chunk, Intake.@Nullable Run run, IntakeFile.Counts before, JobProgress progress) {
        Intake intake = walk.intake(chunk.file().subject());
        List<IntakeRow> fresh = chunk.fresh();
        List<Verdict> judged = run == null ? intake.judge(fresh) : intake.apply(fresh, run);
        List<Verdict> verdicts = new ArrayList<>(chunk.rows().size());
        List<IntakeFaults.Told> faults = new ArrayList<>();
        List<Intake.Effect> done = new ArrayList<>();
        int at = 0;
        for (Looked each : chunk.rows()) {
            Verdict verdict = each.refused().isPresent() ? each.refused().get() : judged.get(at++);
            verdicts.add(verdict);
            sort(each.row(), verdict, faults, done);
        }
        walk.faults().add(chunk.file().id(), faults);
        if (run != null) {
            effects.add(chunk.file().id(), done);
        }
        IntakeFile.Counts counts = before.plus(verdicts);
        walk.files().counts(chunk.file().id(), counts);
        progress.mark(Map.of("chunk", chunk.number() + 1), counts.all());
        return counts;
    }

    private static void sort(
            IntakeRow row,
            Verdict verdict,
            List<IntakeFaults.Told> faults,
            List<Intake.Effect> done) {
        switch (verdict) {
            case Verdict.New made ->
                    done.add(
                            new Intake.Effect(
                                    row.line(), true, made.target(), "", row.reference()));
            case Verdict.Updated changed ->
                    done.add(
                            new Intake.Effect(
                                    row.line(),
                                    false,
                                    changed.target(),
                                    changed.before(),
                                    row.reference()));
            case Verdict.Unchanged _ -> {}
            case Verdict.Rejected refused ->
                    refused.faults()
                            .forEach(each -> faults.add(new IntakeFaults.Told(row.line(), each)));
        }
    }

    private Object ended(
            IntakeFile file,
            boolean whole,
            boolean apply,
            IntakeFile.Counts counts,
            JobProgress progress) {
        boolean clean = whole && counts.rejected() == 0;
        if (apply && !clean) {
            progress.partial();
        }
        walk.end(
                file.id(),
                apply
                        ? clean ? IntakeFile.State.DONE : IntakeFile.State.PARTIAL
                        : whole ? IntakeFile.State.CHECKED : IntakeFile.State.CANCELLED);
        return Map.of(
                "import", IntakeViews.id(file.id()),
                "new", counts.made(),
                "updated", counts.updated(),
                "unchanged", counts.unchanged(),
                "rejected", counts.rejected(),
                "href", "/imports/" + IntakeViews.id(file.id()));
    }
}
