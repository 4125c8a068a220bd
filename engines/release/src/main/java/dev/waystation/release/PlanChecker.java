package dev.waystation.release;

import dev.waystation.release.PlanFault.Code;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds everything that is wrong with a plan before it can hurt a run; an empty list is a pass. */
public final class PlanChecker {

    private final ReleasePlan plan;
    private final Route route;
    private final int seatCount;
    private final List<PlanFault> faults = new ArrayList<>();

    private PlanChecker(ReleasePlan plan, Route route, int seatCount) {
        this.plan = plan;
        this.route = route;
        this.seatCount = seatCount;
    }

    /**
     * @param departure of a sample run, to compare triggers of different kinds
     */
    public static List<PlanFault> check(
            ReleasePlan plan, Route route, int seatCount, Instant departure, ZoneId zone) {
        PlanChecker checker = new PlanChecker(plan, route, seatCount);
        checker.checkBuckets();
        checker.checkSteps();
        if (checker.faults.isEmpty()) {
            checker.checkAmounts();
            checker.checkOrder(departure, zone);
        }
        checker.checkChannels();
        return List.copyOf(checker.faults);
    }

    private void checkBuckets() {
        if (plan.buckets().isEmpty()) {
            fault(Code.NO_BUCKETS, "", Map.of());
        }
        if (plan.buckets().size() > LimitSet.MAX_BUCKETS) {
            fault(
                    Code.TOO_MANY_BUCKETS,
                    "",
                    Map.of("buckets", plan.buckets().size(), "most", LimitSet.MAX_BUCKETS));
        }
        Set<String> codes = new HashSet<>();
        for (Bucket bucket : plan.buckets()) {
            once(codes, bucket.code());
            checkTrips(bucket.code(), bucket.members().trips());
            boolean toTheEnd = bucket.toLeg() == Bucket.TO_THE_END;
            if (bucket.fromLeg() >= route.legCount()
                    || (!toTheEnd && bucket.toLeg() > route.legCount())) {
                fault(
                        Code.LEGS_NOT_ON_ROUTE,
                        bucket.code(),
                        Map.of(
                                "fromLeg", bucket.fromLeg(),
                                "toLeg", bucket.toLeg(),
                                "legs", route.legCount()));
            }
        }
        plan.caps().forEach(cap -> once(codes, cap.code()));
        plan.caps().forEach(cap -> checkTrips(cap.code(), cap.members().trips()));
        Set<String> batchCodes = new HashSet<>();
        plan.batches().forEach(batch -> once(batchCodes, batch.code()));
    }

    private void once(Set<String> codes, String code) {
        if (!codes.add(code)) {
            fault(Code.CODE_USED_TWICE, code, Map.of());
        }
    }

    private void checkTrips(String place, TripPattern trips) {
        if (trips instanceof TripPattern.ExactTrip(int from, int to)
                && (from < 0 || to <= from || to >= route.callCount())) {
            fault(
                    Code.TRIP_NOT_ON_ROUTE,
                    place,
                    Map.of("trip", trips.text(), "lastCall", route.callCount() - 1));
        }
    }

    private void checkSteps() {
        for (Batch batch : plan.batches()) {
            for (Step step : batch.steps()) {
                String from = step.from();
                if (!plan.has(step.to())) {
                    fault(Code.UNKNOWN_BUCKET, batch.code(), Map.of("bucket", step.to()));
                }
                if (from != null && !plan.has(from)) {
                    fault(Code.UNKNOWN_BUCKET, batch.code(), Map.of("bucket", from));
                }
                int least =
                        switch (step.amount()) {
                            case Amount.Seats seats -> seats.count();
                            case Amount.ShareOfCapacity share ->
                                    share.permille() > 1000 ? -1 : share.permille();
                            case Amount.Everything _ -> 0;
                        };
                if (least < 0) {
                    fault(
                            Code.AMOUNT_OUT_OF_RANGE,
                            batch.code(),
                            Map.of("amount", step.amount().toString()));
                }
            }
        }
    }

    /** After every batch: no leg promises more than it has, no bucket gives what it lacks. */
    private void checkAmounts() {
        List<String> applied = new ArrayList<>();
        for (Batch batch : plan.batches()) {
            LimitSet before = plan.limits(applied, seatCount, null);
            applied.add(batch.code());
            LimitSet after = plan.limits(applied, seatCount, null);
            checkGivers(batch, before);
            int all = (1 << plan.buckets().size()) - 1;
            for (int leg = 0; leg < route.legCount(); leg++) {
                int promised = after.openedOn(leg, all);
                if (promised > seatCount) {
                    fault(
                            Code.RESERVES_EXCEED_CAPACITY,
                            batch.code(),
                            Map.of("leg", leg, "promised", promised, "seats", seatCount));
                    return;
                }
            }
        }
    }

    private void checkGivers(Batch batch, LimitSet before) {
        int[] holds = before.opened().stream().mapToInt(Integer::intValue).toArray();
        for (Step step : batch.steps()) {
            String from = step.from();
            int to = plan.index(step.to());
            if (from == null) {
                holds[to] += step.amount().of(0, seatCount);
                continue;
            }
            int giver = plan.index(from);
            int seats = step.amount().of(holds[giver], seatCount);
            if (seats > holds[giver]) {
                fault(
                        Code.BUCKET_HOLDS_TOO_LITTLE,
                        batch.code(),
                        Map.of("bucket", from, "holds", holds[giver], "gives", seats));
            }
            holds[giver] -= Math.min(seats, holds[giver]);
            holds[to] += seats;
        }
    }

    private void checkOrder(Instant departure, ZoneId zone) {
        Instant last = Instant.MIN;
        for (Batch batch : plan.batches()) {
            Instant due = batch.trigger().dueAt(departure, zone).orElse(last);
            if (due.isBefore(last)) {
                fault(
                        Code.BATCHES_OUT_OF_ORDER,
                        batch.code(),
                        Map.of("due", due.toString(), "after", last.toString()));
            }
            last = due;
        }
    }

    /** Caps for single channels over all trips and groups share the capacity between them. */
    private void checkChannels() {
        int sum = 0;
        for (Cap cap : plan.caps()) {
            Selector members = cap.members();
            if (members.channels().size() == 1
                    && members.groups().isEmpty()
                    && members.trips() instanceof TripPattern.EveryTrip) {
                sum += cap.seats();
            }
        }
        if (sum > seatCount) {
            fault(Code.CHANNEL_CAPS_EXCEED_CAPACITY, "", Map.of("caps", sum, "seats", seatCount));
        }
    }

    private void fault(Code code, String place, Map<String, Object> values) {
        faults.add(new PlanFault(code, place, values));
    }
}
