package dev.waystation.platform.selling.inventory.store;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.model.Decision;
import dev.waystation.platform.selling.inventory.model.RunBook;
import dev.waystation.platform.selling.inventory.model.RunLayout;
import dev.waystation.platform.selling.inventory.model.RunState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/**
 * Where the books of runs are kept. A book is opened from its newest snapshot and the journal's
 * lines after it; a snapshot is written when those lines have become many.
 */
@Repository
public class SeatArchive {

    /** Lines that are cheaper to replay than a snapshot is to write. */
    private static final int FEW_LINES = 1_000;

    /** A long journal gets a longer tail, so that writing snapshots costs the same per line. */
    private static final int SHARE_OF_JOURNAL = 10;

    private final SeatJournal journal;
    private final Holds holds;
    private final Snapshots snapshots;

    SeatArchive(SeatJournal journal, Holds holds, Snapshots snapshots) {
        this.journal = journal;
        this.holds = holds;
        this.snapshots = snapshots;
    }

    /** A book and the line its newest snapshot includes. */
    public record Opened(RunBook book, long snapshotLine) {}

    public Map<RunId, Opened> open(Map<RunId, RunLayout> layouts) {
        Map<RunId, RunState> states = snapshots.read(layouts.keySet());
        Map<RunId, Opened> opened = new HashMap<>();
        Map<RunId, Long> lines = new HashMap<>();
        layouts.forEach((run, layout) -> {
            RunState state = states.get(run);
            RunBook book = state == null ? new RunBook(layout) : RunBook.from(layout, state);
            opened.put(run, new Opened(book, book.sequence()));
            lines.put(run, book.sequence());
        });
        for (Decision decision : journal.readAfter(lines)) {
            Objects.requireNonNull(opened.get(decision.run())).book().replay(decision);
        }
        return opened;
    }

    /** Fails on the journal's key when another writer has decided for one of the runs. */
    public void append(List<Decision> decisions) {
        journal.append(decisions);
        holds.write(decisions);
    }

    public boolean isDue(Opened opened) {
        long lines = opened.book().sequence();
        return lines - opened.snapshotLine() >= Math.max(FEW_LINES, lines / SHARE_OF_JOURNAL);
    }

    /** Belongs into the transaction that makes the last line true. */
    public void keep(RunBook book) {
        snapshots.keep(book.run(), book.state());
    }
}
