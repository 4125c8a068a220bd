package dev.waystation.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** A source of chance whose whole sequence follows from one seed. */
public final class Draw {

    private final long seed;
    private final SplittableRandom random;

    public Draw(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    public long seed() {
        return seed;
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return random.nextInt(low, Math.addExact(high, 1));
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public long between(long low, long high) {
        return random.nextLong(low, Math.addExact(high, 1));
    }

    /** True in {@code percent} of a hundred cases. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    public double fraction() {
        return random.nextDouble();
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    public final <T> T oneOf(T first, T... others) {
        int index = random.nextInt(others.length + 1);
        return index == 0 ? first : others[index - 1];
    }

    public <T> List<T> listOf(int low, int high, Function<Draw, T> element) {
        int size = between(low, high);
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(element.apply(this));
        }
        return list;
    }

    public <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        for (int i = copy.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T swapped = copy.get(i);
            copy.set(i, copy.get(j));
            copy.set(j, swapped);
        }
        return copy;
    }

    public LocalDate dateBetween(LocalDate low, LocalDate high) {
        return LocalDate.ofEpochDay(between(low.toEpochDay(), high.toEpochDay()));
    }

    /** A second, independent source, so that adding draws here does not shift the draws there. */
    public Draw fork() {
        return new Draw(random.nextLong());
    }
}
