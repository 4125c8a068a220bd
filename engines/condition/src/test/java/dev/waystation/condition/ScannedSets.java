package dev.waystation.condition;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** Evaluates a set plan by looking at every row: slow and obviously right. */
record ScannedSets(List<Row> rows) {

    BitSet evaluate(SetPlan plan) {
        return switch (plan) {
            case SetPlan.Everyone ignored -> where(row -> true);
            case SetPlan.And and -> {
                BitSet set = where(row -> true);
                and.parts().forEach(part -> set.and(evaluate(part)));
                yield set;
            }
            case SetPlan.Or or -> {
                BitSet set = new BitSet();
                or.parts().forEach(part -> set.or(evaluate(part)));
                yield set;
            }
            case SetPlan.Not not -> {
                BitSet set = where(row -> true);
                set.andNot(evaluate(not.part()));
                yield set;
            }
            case SetPlan.Between range ->
                    where(row ->
                            row.value(range.attribute()) instanceof Long value
                                    && value >= range.least()
                                    && value <= range.most());
            case SetPlan.Flagged flagged ->
                    where(row ->
                            Boolean.valueOf(flagged.value())
                                    .equals(row.value(flagged.attribute())));
            case SetPlan.Present present -> where(row -> row.value(present.attribute()) != null);
            case SetPlan.Valued valued ->
                    where(row -> passes(row.value(valued.attribute()), valued));
            case SetPlan.Times times -> where(row -> row.times(did(times)) >= times.atLeast());
            case SetPlan.Share share ->
                    where(row -> {
                        SetPlan.Times part = share.part();
                        SetPlan.Times all =
                                new SetPlan.Times("", share.event(), 1, part.withinDays(), null);
                        long counted = row.times(did(part));
                        return counted >= part.atLeast()
                                && counted * 100 >= share.percent() * row.times(did(all));
                    });
            case SetPlan.Before it ->
                    where(row -> {
                        SetPlan.Times ever = new SetPlan.Times("", it.event(), 1, 0, it.where());
                        SetPlan.Times within =
                                new SetPlan.Times("", it.event(), 1, it.days(), it.where());
                        return row.times(did(ever)) > row.times(did(within));
                    });
        };
    }

    private static Condition.Did did(SetPlan.Times times) {
        String[] named = times.event().split("[?=]");
        Condition where =
                named.length == 1
                        ? times.where()
                        : new Condition.Field("", named[1], new Check.Same(named[2]));
        return new Condition.Did("", false, named[0], times.atLeast(), times.withinDays(), where);
    }

    private static boolean passes(
            @org.jspecify.annotations.Nullable Object value, SetPlan.Valued valued) {
        return switch (value) {
            case String text -> valued.value().test(text);
            case List<?> list -> list.stream().anyMatch(v -> valued.value().test((String) v));
            case null, default -> false;
        };
    }

    private BitSet where(Predicate<Row> test) {
        BitSet set = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            set.set(i, test.test(rows.get(i)));
        }
        return set;
    }
}
