package dev.waystation.audience;

import dev.waystation.condition.SetPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/** The members a plan selects, with the count of every node on the way. */
public final class Selection {

    private final MemberSets sets;
    private final long today;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final RoaringBitmap members;

    private Selection(MemberSets sets, SetPlan plan, long today) {
        this.sets = sets;
        this.today = today;
        members = evaluate(plan);
    }

    /** Evaluates a plan on the sets as they are now, for a day counted from 1970. */
    public static Selection of(MemberSets sets, SetPlan plan, long today) {
        return sets.read(() -> new Selection(sets, plan, today));
    }

    /** How many members the plan selects. */
    public int count() {
        return members.getCardinality();
    }

    /** The members as a set, to be read only. */
    RoaringBitmap set() {
        return members;
    }

    /** How many members each node selects by itself, by its place in the JSON form. */
    public Map<String, Integer> counts() {
        return java.util.Collections.unmodifiableMap(counts);
    }

    /** How many of the selected members the other plan selects as well. */
    public int countWith(SetPlan other) {
        return sets.read(() -> RoaringBitmap.andCardinality(members, evaluate(other)));
    }

    /** The members in ascending order of their ids, from after an id on. */
    public List<Long> members(long after, int limit) {
        return sets.read(() -> {
            List<Long> ids = new ArrayList<>();
            members.forEach((int member) -> ids.add(sets.memberId(member)));
            return ids.stream().filter(id -> id > after).sorted().limit(limit).toList();
        });
    }

    private RoaringBitmap evaluate(SetPlan plan) {
        RoaringBitmap set =
                switch (plan) {
                    case SetPlan.Everyone ignored -> sets.everyone();
                    case SetPlan.And and -> {
                        RoaringBitmap all = sets.everyone();
                        and.parts().forEach(part -> all.and(evaluate(part)));
                        yield all;
                    }
                    case SetPlan.Or or -> {
                        RoaringBitmap any = new RoaringBitmap();
                        or.parts().forEach(part -> any.or(evaluate(part)));
                        yield any;
                    }
                    case SetPlan.Not not -> {
                        RoaringBitmap rest = sets.everyone();
                        rest.andNot(evaluate(not.part()));
                        yield rest;
                    }
                    case SetPlan.Between range ->
                            sets.between(range.attribute(), range.least(), range.most(), today);
                    case SetPlan.Flagged flagged ->
                            sets.flagged(flagged.attribute(), flagged.value());
                    case SetPlan.Present present -> sets.present(present.attribute());
                    case SetPlan.Valued valued -> sets.valued(valued.attribute(), valued.value());
                    case SetPlan.Times times -> sets.times(times, today);
                    case SetPlan.Share share -> sets.share(share, today);
                    case SetPlan.Before before -> sets.before(before, today);
                };
        // a leaf may compile to several nodes at one place; the outermost comes last and counts
        counts.put(plan.at(), set.getCardinality());
        return set;
    }
}
