package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.lane.Desk;
import dev.waystation.lane.LaneFenced;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.model.Decision;
import dev.waystation.platform.selling.inventory.model.Ruling;
import dev.waystation.platform.selling.inventory.model.RunBook;
import dev.waystation.platform.selling.inventory.model.RunLayout;
import dev.waystation.platform.selling.inventory.model.SeatCommand;
import dev.waystation.platform.selling.inventory.store.Holds;
import dev.waystation.platform.selling.inventory.store.LaneConnection;
import dev.waystation.platform.selling.inventory.store.SeatJournal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;

/**
 * Decides for one partition of the runs. A run is read from its journal when it is first asked for;
 * whatever was decided since the last commit is written in one transaction, then shown to readers.
 */
final class SeatDesk implements Desk<SeatCommand, Ruling> {

    private final SeatJournal journal;
    private final Holds holds;
    private final FactLog facts;
    private final LaneConnection connection;
    private final RunViews views;
    private final Map<RunId, RunBook> books = new HashMap<>();
    private final List<Decision> undecided = new ArrayList<>();
    private final Set<RunId> touched = new HashSet<>();

    SeatDesk(
            SeatJournal journal,
            Holds holds,
            FactLog facts,
            LaneConnection connection,
            RunViews views) {
        this.journal = journal;
        this.holds = holds;
        this.facts = facts;
        this.connection = connection;
        this.views = views;
    }

    @Override
    public void prepare(List<SeatCommand> commands) {
        Map<RunId, RunLayout> missing = new HashMap<>();
        for (SeatCommand command : commands) {
            RunLayout layout = command.layout();
            if (!books.containsKey(layout.run())) {
                missing.put(layout.run(), layout);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Map<RunId, RunBook> read = new HashMap<>();
        missing.forEach((run, layout) -> read.put(run, new RunBook(layout)));
        connection
                .onConnection(() -> journal.read(missing.keySet()))
                .forEach(decision -> bookOf(decision.run(), read).replay(decision));
        books.putAll(read);
        touched.addAll(read.keySet());
    }

    @Override
    public Ruling decide(SeatCommand command) {
        RunId run = command.layout().run();
        int before = undecided.size();
        Ruling ruling = bookOf(run, books).decide(command, undecided::add);
        if (undecided.size() > before) {
            touched.add(run);
        }
        return ruling;
    }

    @Override
    public void commit() {
        if (!undecided.isEmpty()) {
            try {
                connection.inTransaction(this::write);
            } catch (DuplicateKeyException taken) {
                throw new LaneFenced("another writer has decided for these runs", taken);
            }
        }
        undecided.clear();
        for (RunId run : touched) {
            RunBook book = books.get(run);
            if (book != null) {
                views.publish(book.view());
            }
        }
        touched.clear();
    }

    private void write() {
        journal.append(undecided);
        holds.write(undecided);
        facts.append(SeatFacts.of(undecided));
    }

    /** The books of touched runs may be ahead of the journal: they are read again when needed. */
    @Override
    public void rollback(Throwable cause) {
        if (!(cause instanceof LaneFenced)) {
            connection.giveBack();
        }
        undecided.forEach(decision -> books.remove(decision.run()));
        touched.forEach(books::remove);
        undecided.clear();
        touched.clear();
    }

    private static RunBook bookOf(RunId run, Map<RunId, RunBook> from) {
        return Objects.requireNonNull(from.get(run), () -> "no book of run " + run.value());
    }
}
