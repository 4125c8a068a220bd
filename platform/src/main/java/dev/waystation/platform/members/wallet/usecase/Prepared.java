package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.ledger.Earned;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.model.Past;
import dev.waystation.platform.members.wallet.model.Promised;
import dev.waystation.platform.members.wallet.model.Reference;
import dev.waystation.platform.members.wallet.model.SpentEntry;
import dev.waystation.platform.members.wallet.model.Undoable;
import dev.waystation.platform.members.wallet.store.PastReads;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What earlier postings the commands of one batch refer to; moves on with its decisions. */
final class Prepared {

    private final PastReads reads;
    private final Map<Reference, Past> past = new HashMap<>();
    private final Map<Reference, SpentEntry> spends = new HashMap<>();
    private final Map<Reference, Earned> earned = new HashMap<>();
    private final Map<Reference, Promised> promised = new HashMap<>();
    private final Map<Reference, Undoable> undoable = new HashMap<>();

    Prepared(PastReads reads) {
        this.reads = reads;
    }

    /**
     * References are nearly always fresh, and the journal's unique key finds the one that is not:
     * so they are looked up only after it refused a batch.
     */
    void read(List<PointsCommand> commands, boolean referencesInDoubt) {
        if (referencesInDoubt) {
            past.putAll(
                    reads.past(
                            commands.stream()
                                    .map(each -> of(each, each.reference()))
                                    .collect(Collectors.toSet())));
        }
        spends.putAll(reads.spends(about(commands, PointsCommand.GiveBack.class::isInstance)));
        earned.putAll(reads.earned(about(commands, PointsCommand.TakeBack.class::isInstance)));
        promised.putAll(reads.promised(about(commands, PointsCommand.Activate.class::isInstance)));
        undoable.putAll(
                reads.undoable(
                        about(
                                commands,
                                each ->
                                        each instanceof PointsCommand.Restore
                                                || each instanceof PointsCommand.Reinstate)));
    }

    void forget() {
        past.clear();
        spends.clear();
        earned.clear();
        promised.clear();
        undoable.clear();
    }

    @Nullable Past past(PointsCommand command) {
        return past.get(of(command, command.reference()));
    }

    /** Looks in the journal as well: for a command that would be refused. */
    @Nullable Past lookUp(PointsCommand command) {
        Reference reference = of(command, command.reference());
        return past.containsKey(reference)
                ? past.get(reference)
                : reads.past(List.of(reference)).get(reference);
    }

    @Nullable SpentEntry spend(PointsCommand command) {
        return spends.get(about(command));
    }

    @Nullable Earned earned(PointsCommand command) {
        return earned.get(about(command));
    }

    @Nullable Promised promised(PointsCommand command) {
        return promised.get(about(command));
    }

    @Nullable Undoable undoable(PointsCommand command) {
        return undoable.get(about(command));
    }

    void posted(Past fresh) {
        past.put(new Reference(fresh.memberId(), fresh.reference()), fresh);
    }

    void promises(PointsCommand.Promise command, Promised what) {
        promised.put(of(command, command.reference()), what);
    }

    void undone(PointsCommand command, Undoable what) {
        undoable.put(about(command), new Undoable(what.did(), true, what.postedOn()));
    }

    /** Runs the bundle's undo: what its parts changed here stands as before. */
    Runnable bookmark(List<PointsCommand> parts) {
        Map<Reference, SpentEntry> spentBefore = new HashMap<>();
        Map<Reference, Earned> earnedBefore = new HashMap<>();
        for (PointsCommand part : parts) {
            SpentEntry spent = part.about() == null ? null : spend(part);
            if (spent != null) {
                spentBefore.put(
                        about(part), new SpentEntry(spent.entryNo(), spent.outlay().copy()));
            }
            Earned earn = part.about() == null ? null : earned(part);
            if (earn != null) {
                earnedBefore.put(about(part), earn.copy());
            }
        }
        return () -> {
            parts.forEach(part -> past.remove(of(part, part.reference())));
            spends.putAll(spentBefore);
            earned.putAll(earnedBefore);
        };
    }

    private static Reference about(PointsCommand command) {
        return of(command, Objects.requireNonNull(command.about()));
    }

    private static Reference of(PointsCommand command, UUID reference) {
        return new Reference(command.memberId(), reference);
    }

    private static Collection<Reference> about(
            List<PointsCommand> commands, Predicate<PointsCommand> which) {
        return commands.stream().filter(which).map(Prepared::about).collect(Collectors.toSet());
    }
}
