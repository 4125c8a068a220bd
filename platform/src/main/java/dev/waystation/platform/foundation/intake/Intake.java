package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.UUID;

/** A subject whose rows can come from a file. A bean per subject. */
public interface Intake {

    /** Names the subject in addresses and tables; never changes. */
    String subject();

    Said title();

    List<IntakeColumn> columns();

    /** Whether rows bring value, so that somebody else has to agree before a run. */
    boolean bringsValue();

    /**
     * What makes a row the same as another one in its file, such as a phone number; empty where the
     * row is too broken to tell. Reads nothing.
     */
    List<String> keys(IntakeRow row);

    /** What each row would do, in the order given. Changes nothing. */
    List<Verdict> judge(List<IntakeRow> rows);

    /**
     * Does what {@link #judge} says and tells what it did. Either in the caller's transaction or
     * idempotent for ever under {@link IntakeRow#reference()}, because a chunk that was cut off is
     * applied again.
     */
    List<Verdict> apply(List<IntakeRow> rows, Run run);

    /**
     * Takes back what {@link #apply} did, as far as nothing else was built on it; an effect that
     * stays is answered with {@link Verdict.Rejected}, one that is gone with {@link
     * Verdict.Unchanged}.
     */
    List<Verdict> undo(List<Effect> effects, Run run);

    /** Rows after a cursor, in the words of {@link #columns()}; {@code ""} starts. */
    Export export(String after, int limit);

    /** Which import, and who runs it. */
    record Run(long importId, String actor) {}

    /**
     * What one row did.
     *
     * @param target what it made or changed, as the intake named it
     * @param before what the intake kept to undo it; empty when it needs nothing
     */
    record Effect(int line, boolean made, String target, String before, UUID reference) {}

    /** Rows for a file, each with a cell per column; {@code next} is empty at the end. */
    record Export(List<List<String>> rows, String next) {}
}
