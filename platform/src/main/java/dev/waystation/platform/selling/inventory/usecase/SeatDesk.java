package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.lane.Desk;
import dev.waystation.lane.LaneFenced;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.lanes.LaneConnection;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.model.Decision;
import dev.waystation.platform.selling.inventory.model.Ruling;
import dev.waystation.platform.selling.inventory.model.RunBook;
import dev.waystation.platform.selling.inventory.model.RunLayout;
import dev.waystation.platform.selling.inventory.model.SeatCommand;
import dev.waystation.platform.selling.inventory.store.SeatArchive;
import dev.waystation.platform.selling.inventory.store.SeatArchive.Opened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;

/**
 * Decides for one partition of the runs. A run is read from the archive when it is first asked for;
 * whatever was decided since the last commit is written in one transaction, then shown to readers.
 * Only so many books stay in memory: those unasked for longest make room.
 */
final class SeatDesk implements Desk<SeatCommand, Ruling> {

    private final SeatArchive archive;
    private final FactLog facts;
    private final LaneConnection connection;
    private final RunViews views;
    private final int mostBooks;
    private final LinkedHashMap<RunId, Opened> books = new LinkedHashMap<>(16, 0.75f, true);
    private final List<Decision> undecided = new ArrayList<>();
    private final Set<RunId> touched = new HashSet<>();
    private final Set<RunId> unneeded = new HashSet<>();

    SeatDesk(
            SeatArchive archive,
            FactLog facts,
            LaneConnection connection,
            RunViews views,
            int mostBooks) {
        this.archive = archive;
        this.facts = facts;
        this.connection = connection;
        this.views = views;
        this.mostBooks = mostBooks;
    }

    @Override
    public void prepare(List<SeatCommand> commands) {
        Map<RunId, RunLayout> missing = new HashMap<>();
        for (SeatCommand command : commands) {
            RunLayout layout = command.layout();
            if (!books.containsKey(layout.run()) && !(command instanceof SeatCommand.Forget)) {
                missing.put(layout.run(), layout);
            }
        }
        if (!missing.isEmpty()) {
            books.putAll(connection.onConnection(() -> archive.open(missing)));
            touched.addAll(missing.keySet());
        }
    }

    @Override
    public Ruling decide(SeatCommand command) {
        RunId run = command.layout().run();
        if (command instanceof SeatCommand.Forget) {
            unneeded.add(run);
            return new Ruling.Done();
        }
        int before = undecided.size();
        Ruling ruling = bookOf(run).decide(command, undecided::add);
        if (undecided.size() > before) {
            touched.add(run);
        }
        return ruling;
    }

    @Override
    public void commit() {
        List<RunId> due = touched.stream().filter(run -> archive.isDue(openedOf(run))).toList();
        if (!undecided.isEmpty() || !due.isEmpty()) {
            try {
                connection.inTransaction(() -> write(due));
            } catch (DuplicateKeyException taken) {
                throw new LaneFenced("another writer has decided for these runs", taken);
            }
        }
        undecided.clear();
        due.forEach(run -> books.put(run, new Opened(bookOf(run), bookOf(run).sequence())));
        touched.forEach(run -> views.publish(bookOf(run).view()));
        touched.clear();
        makeRoom();
    }

    private void write(List<RunId> due) {
        if (!undecided.isEmpty()) {
            archive.append(undecided);
            facts.append(SeatFacts.of(undecided));
        }
        due.forEach(run -> archive.keep(bookOf(run)));
    }

    private void makeRoom() {
        while (books.size() > mostBooks) {
            unneeded.add(books.pollFirstEntry().getKey());
        }
        unneeded.forEach(run -> {
            books.remove(run);
            views.forget(run);
        });
        unneeded.clear();
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
        unneeded.clear();
    }

    private RunBook bookOf(RunId run) {
        return openedOf(run).book();
    }

    private Opened openedOf(RunId run) {
        return Objects.requireNonNull(books.get(run), () -> "no book of run " + run.value());
    }
}
