package dev.waystation.audience;

import dev.waystation.condition.Condition;
import dev.waystation.condition.SetPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Every member as a number, every attribute value as a set of those numbers. One member can be
 * replaced at any time; readers see a member whole, before or after.
 */
public final class MemberSets {

    private static final long OLDEST = 10_000;
    private static final long AGES = OLDEST * 366;

    private final Function<String, Reading> readings;
    private final Map<Long, Integer> ordinals = new HashMap<>();
    private final List<Long> memberIds = new ArrayList<>();
    private final List<MemberValues> current = new ArrayList<>();
    private final RoaringBitmap alive = new RoaringBitmap();
    private final Map<String, BitSlices> wholes = new HashMap<>();
    private final Map<String, RoaringBitmap> yes = new HashMap<>();
    private final Map<String, RoaringBitmap> no = new HashMap<>();
    private final Map<String, Map<String, RoaringBitmap>> texts = new HashMap<>();
    private final Map<String, Deeds> deeds = new HashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Sets whose derived attributes are read as given; the others as stored. */
    public MemberSets(Map<String, Reading> readings) {
        this(attribute -> readings.getOrDefault(attribute, Reading.AS_STORED));
    }

    /** The same, where attributes come and go. */
    public MemberSets(Function<String, Reading> readings) {
        this.readings = readings;
    }

    /** Puts a member in, in place of what was known about that member before. */
    public void put(MemberValues values) {
        write(() -> {
            int member = ordinal(values.memberId());
            forget(member);
            remember(member, values);
        });
    }

    /** Takes a member out of every set; the number is not given to anybody else. */
    public void remove(long memberId) {
        write(() -> {
            Integer member = ordinals.get(memberId);
            if (member != null) {
                forget(member);
                alive.remove(member);
            }
        });
    }

    /** What is known of a member. */
    public Optional<MemberValues> find(long memberId) {
        return read(() -> Optional.ofNullable(ordinals.get(memberId)).map(current::get));
    }

    /** How many members there are. */
    public int size() {
        return read(alive::getCardinality);
    }

    /** How many members have each text of an attribute. */
    public Map<String, Integer> counts(String attribute) {
        return read(() -> {
            Map<String, Integer> counts = new HashMap<>();
            texts.getOrDefault(attribute, Map.of())
                    .forEach((text, members) -> counts.put(text, members.getCardinality()));
            return counts;
        });
    }

    /** Bytes the sets take, without the table of members. */
    public long bytes() {
        return read(() ->
                wholes.values().stream().mapToLong(BitSlices::bytes).sum()
                        + texts.values().stream()
                                .flatMap(values -> values.values().stream())
                                .mapToLong(RoaringBitmap::getLongSizeInBytes)
                                .sum()
                        + deeds.values().stream().mapToLong(Deeds::bytes).sum());
    }

    /** Compresses the sets after a bulk load. */
    public void optimize() {
        write(() -> {
            wholes.values().forEach(BitSlices::optimize);
            texts.values().forEach(v -> v.values().forEach(RoaringBitmap::runOptimize));
        });
    }

    <T> T read(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void write(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    long memberId(int member) {
        return memberIds.get(member);
    }

    RoaringBitmap everyone() {
        return alive.clone();
    }

    RoaringBitmap between(String attribute, long least, long most, long today) {
        BitSlices slices = wholes.get(attribute);
        if (slices == null || least > most) {
            return new RoaringBitmap();
        }
        return switch (readings.apply(attribute)) {
            case AS_STORED -> slices.between(least, most);
            case DAYS_SINCE ->
                    slices.between(today - clamped(most, AGES), today - clamped(least, AGES));
            case YEARS_SINCE ->
                    slices.between(
                            Days.latestBirth(clamped(most, OLDEST) + 1, today) + 1,
                            Days.latestBirth(clamped(least, OLDEST), today));
        };
    }

    /** Bounds beyond any calendar mean the same as the end of the calendar. */
    private static long clamped(long bound, long most) {
        return Math.clamp(bound, -most, most);
    }

    RoaringBitmap flagged(String attribute, boolean value) {
        return copy((value ? yes : no).get(attribute));
    }

    RoaringBitmap present(String attribute) {
        BitSlices slices = wholes.get(attribute);
        if (slices != null) {
            return slices.known();
        }
        RoaringBitmap known = flagged(attribute, true);
        known.or(flagged(attribute, false));
        known.or(valued(attribute, _ -> true));
        return known;
    }

    RoaringBitmap valued(String attribute, Predicate<String> test) {
        RoaringBitmap found = new RoaringBitmap();
        texts.getOrDefault(attribute, Map.of())
                .forEach((value, members) -> {
                    if (test.test(value)) {
                        found.or(members);
                    }
                });
        return found;
    }

    RoaringBitmap times(SetPlan.Times plan, long today) {
        return done(plan.event(), plan.where(), plan.atLeast(), first(plan, today), Long.MAX_VALUE);
    }

    private static long first(SetPlan.Times plan, long today) {
        return plan.withinDays() == 0 ? Long.MIN_VALUE : today - plan.withinDays() + 1;
    }

    /** Of those who did it often enough, each one's count is held against all of their own. */
    RoaringBitmap share(SetPlan.Share plan, long today) {
        SetPlan.Times part = plan.part();
        long first = first(part, today);
        RoaringBitmap left = times(part, today);
        RoaringBitmap often = left.clone();
        often.forEach((int member) -> {
            MemberValues values = current.get(member);
            long counted = values.times(part.event(), part.where(), first, Long.MAX_VALUE);
            long all = values.times(plan.event(), null, first, Long.MAX_VALUE);
            if (counted * 100 < plan.percent() * all) {
                left.remove(member);
            }
        });
        return left;
    }

    RoaringBitmap before(SetPlan.Before plan, long today) {
        return done(plan.event(), plan.where(), 1, Long.MIN_VALUE, today - plan.days());
    }

    /** By layers; what each occurrence is asked besides is read off the members left by then. */
    private RoaringBitmap done(
            String event, @Nullable Condition where, int atLeast, long first, long last) {
        Deeds done = deeds.get(event);
        if (done == null) {
            return new RoaringBitmap();
        }
        RoaringBitmap often = done.atLeast(atLeast, first, last);
        if (where != null) {
            RoaringBitmap plain = often.clone();
            plain.forEach((int member) -> {
                if (current.get(member).times(event, where, first, last) < atLeast) {
                    often.remove(member);
                }
            });
        }
        return often;
    }

    private static RoaringBitmap copy(@Nullable RoaringBitmap set) {
        return set == null ? new RoaringBitmap() : set.clone();
    }

    private int ordinal(long memberId) {
        return ordinals.computeIfAbsent(
                memberId,
                id -> {
                    memberIds.add(id);
                    current.add(new MemberValues(id, Map.of(), Map.of(), Map.of(), Map.of()));
                    return memberIds.size() - 1;
                });
    }

    private void remember(int member, MemberValues values) {
        alive.add(member);
        current.set(member, values);
        values.wholes()
                .forEach((name, value) ->
                        wholes.computeIfAbsent(name, _ -> new BitSlices()).set(member, value));
        values.flags()
                .forEach((name, value) ->
                        (value ? yes : no)
                                .computeIfAbsent(name, _ -> new RoaringBitmap())
                                .add(member));
        values.texts()
                .forEach((name, each) -> {
                    Map<String, RoaringBitmap> sets =
                            texts.computeIfAbsent(name, _ -> new HashMap<>());
                    each.forEach(value ->
                            sets.computeIfAbsent(value, _ -> new RoaringBitmap()).add(member));
                });
        values.deeds()
                .forEach((event, days) -> {
                    Deeds done = deeds.computeIfAbsent(event, _ -> new Deeds());
                    days.forEach((day, times) -> done.add(member, day, times));
                });
    }

    /** Only the sets the member was put in are touched: an update must not walk the dictionary. */
    private void forget(int member) {
        MemberValues old = current.get(member);
        old.wholes().keySet().forEach(name -> known(wholes, name).clear(member));
        old.flags().forEach((name, value) -> known(value ? yes : no, name).remove(member));
        old.texts()
                .forEach((name, each) ->
                        each.forEach(value -> known(known(texts, name), value).remove(member)));
        old.deeds().forEach((event, days) -> known(deeds, event).clear(member, days.keySet()));
        current.set(
                member, new MemberValues(old.memberId(), Map.of(), Map.of(), Map.of(), Map.of()));
    }

    private static <T> T known(Map<String, T> sets, String name) {
        return Objects.requireNonNull(sets.get(name), name);
    }
}
