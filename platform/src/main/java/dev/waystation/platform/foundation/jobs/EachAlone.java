package dev.waystation.platform.foundation.jobs;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives many rows their turn, each in a transaction of its own: one that fails keeps no other
 * waiting, not even behind a page full of failing ones. What stood in the way is thrown when all
 * have had their turn, so that whoever runs the timer hears of it.
 */
public final class EachAlone {

    private static final int MENTIONED = 9;

    private @Nullable RuntimeException broken;

    private EachAlone() {}

    /** All of a list. */
    public static <T> void handle(Iterable<T> rows, Consumer<? super T> step) {
        var all = new EachAlone();
        rows.forEach(row -> all.attempt(row, step));
        all.tell();
    }

    /**
     * Page after page, in the order of the turns. A row that is still due after its turn has had it
     * nevertheless.
     *
     * @param after the turns behind one, some at a time; empty at the end
     */
    public static <K> void pages(
            Turn<K> first, Function<Turn<K>, List<Turn<K>>> after, Consumer<? super K> step) {
        var all = new EachAlone();
        List<Turn<K>> page = after.apply(first);
        while (!page.isEmpty()) {
            page.forEach(turn -> all.attempt(turn.key(), step));
            page = after.apply(page.getLast());
        }
        all.tell();
    }

    private <T> void attempt(T row, Consumer<? super T> step) {
        try {
            step.accept(row);
        } catch (RuntimeException e) {
            keep(e);
        }
    }

    private void keep(RuntimeException e) {
        RuntimeException first = broken;
        if (first == null) {
            broken = e;
        } else if (!first.equals(e) && first.getSuppressed().length < MENTIONED) {
            first.addSuppressed(e);
        }
    }

    private void tell() {
        if (broken != null) {
            throw broken;
        }
    }
}
