package dev.waystation.benchmarks;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Compiled;
import dev.waystation.condition.ConditionReader;
import dev.waystation.condition.Kind;
import dev.waystation.condition.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Compiled conditions against the same tests written in Java by hand, in turn, in one process. The
 * main figure has both read the same rows; {@code condition-records} gives the hand a record with
 * plain fields instead. Every answer of every pass is compared.
 */
public final class ConditionBench {

    private static final int ROWS = 20_000;
    private static final int ROUNDS = 60;
    private static final int PAIRS = 9;
    private static final double BAR = 0.3;

    private static final Attributes CATALOGUE =
            new Attributes(
                    List.of(
                            Attribute.of("age", Kind.WHOLE, "年龄", "age"),
                            Attribute.of("city", Kind.TEXT, "城市", "city"),
                            Attribute.of("points", Kind.WHOLE, "积分", "points"),
                            Attribute.of("trips12m", Kind.WHOLE, "出行", "trips"),
                            Attribute.of("lastTripDaysAgo", Kind.WHOLE, "最近出行", "last trip"),
                            Attribute.of("student", Kind.FLAG, "学生", "student")),
                    List.of());
    private static final int AGE = 0;
    private static final int CITY = 1;
    private static final int POINTS = 2;
    private static final int TRIPS = 3;
    private static final int LAST_TRIP = 4;
    private static final int STUDENT = 5;
    private static final Set<String> SOUTH = Set.of("CAN", "SZX", "CSX");
    private static final List<String> CITIES =
            List.of("WUH", "CAN", "BJP", "SHH", "SZX", "CSX", "XIY", "CDW");

    /** What a member would look like if nobody needed a catalogue; absent numbers are negative. */
    private record Member(
            long age, String city, long points, long trips, long lastTrip, boolean student) {}

    private record Contest(
            Compiled compiled, Predicate<Row> byHand, Predicate<Member> byHandOnRecords) {}

    private static final List<Contest> CONTESTS =
            List.of(
                    new Contest(
                            compiled(
                                    Map.of(
                                            "$and",
                                            List.of(
                                                    Map.of("age", Map.of("$gte", 60)),
                                                    Map.of("trips12m", Map.of("$gte", 2)),
                                                    Map.of("lastTripDaysAgo", Map.of("$lt", 90)),
                                                    Map.of("city", "WUH")))),
                            row ->
                                    row.present(AGE)
                                            && row.whole(AGE) >= 60
                                            && row.present(TRIPS)
                                            && row.whole(TRIPS) >= 2
                                            && row.present(LAST_TRIP)
                                            && row.whole(LAST_TRIP) < 90
                                            && "WUH".equals(row.object(CITY)),
                            m ->
                                    m.age() >= 60
                                            && m.trips() >= 2
                                            && m.lastTrip() >= 0
                                            && m.lastTrip() < 90
                                            && m.city().equals("WUH")),
                    new Contest(
                            compiled(
                                    Map.of(
                                            "$or",
                                            List.of(
                                                    Map.of("student", true),
                                                    Map.of(
                                                            "$and",
                                                            List.of(
                                                                    Map.of(
                                                                            "age",
                                                                            Map.of("$lt", 25)),
                                                                    Map.of(
                                                                            "points",
                                                                            Map.of("$gt", 5_000)))),
                                                    Map.of("trips12m", Map.of("$gte", 12))))),
                            row ->
                                    (row.present(STUDENT) && row.whole(STUDENT) == 1)
                                            || (row.present(AGE)
                                                    && row.whole(AGE) < 25
                                                    && row.present(POINTS)
                                                    && row.whole(POINTS) > 5_000)
                                            || (row.present(TRIPS) && row.whole(TRIPS) >= 12),
                            m ->
                                    m.student()
                                            || (m.age() >= 0 && m.age() < 25 && m.points() > 5_000)
                                            || m.trips() >= 12),
                    new Contest(
                            compiled(
                                    Map.of(
                                            "$and",
                                            List.of(
                                                    Map.of(
                                                            "city",
                                                            Map.of(
                                                                    "$in",
                                                                    List.of("CAN", "SZX", "CSX"))),
                                                    Map.of(
                                                            "$nor",
                                                            List.of(
                                                                    Map.of(
                                                                            "points",
                                                                            Map.of("$lt", 1_000)),
                                                                    Map.of(
                                                                            "age",
                                                                            Map.of(
                                                                                    "$gte",
                                                                                    60))))))),
                            row -> {
                                Object city = row.object(CITY);
                                return city instanceof String name
                                        && SOUTH.contains(name)
                                        && !(row.present(POINTS) && row.whole(POINTS) < 1_000)
                                        && !(row.present(AGE) && row.whole(AGE) >= 60);
                            },
                            m ->
                                    SOUTH.contains(m.city())
                                            && !(m.points() >= 0 && m.points() < 1_000)
                                            && m.age() < 60));

    private ConditionBench() {}

    public static void main(String[] args) {
        SplittableRandom random = new SplittableRandom(20_260_101);
        Member[] members = new Member[ROWS];
        Row[] rows = new Row[ROWS];
        for (int i = 0; i < ROWS; i++) {
            members[i] = draw(random);
            rows[i] = row(members[i]);
        }
        double[] ratio = new double[PAIRS];
        double[] onRecords = new double[PAIRS];
        double[] nanos = new double[PAIRS];
        long tests = (long) ROWS * ROUNDS * CONTESTS.size();
        for (int pair = -3; pair < PAIRS; pair++) {
            long compiledNanos = 0;
            long handNanos = 0;
            long recordNanos = 0;
            for (Contest contest : CONTESTS) {
                long a = System.nanoTime();
                long ours = compiledPass(contest.compiled(), rows);
                long b = System.nanoTime();
                long theirs = handPass(contest.byHand(), rows);
                long c = System.nanoTime();
                long records = recordPass(contest.byHandOnRecords(), members);
                long d = System.nanoTime();
                require(ours == theirs && ours == records, "the answers differ");
                compiledNanos += b - a;
                handNanos += c - b;
                recordNanos += d - c;
            }
            if (pair >= 0) {
                ratio[pair] = (double) handNanos / compiledNanos;
                onRecords[pair] = (double) recordNanos / compiledNanos;
                nanos[pair] = (double) compiledNanos / tests;
            }
        }
        Report report = new Report("condition");
        report.say(
                "%d conditions of 3 or 4 leaves over %d rows, every count of matches compared"
                        .formatted(CONTESTS.size(), ROWS));
        report.say(
                String.format(
                        Locale.ROOT,
                        "%.1f ns a test compiled; ratio over %d pairs: min %.2f, max %.2f",
                        median(nanos),
                        PAIRS,
                        Arrays.stream(ratio).min().orElseThrow(),
                        Arrays.stream(ratio).max().orElseThrow()));
        report.verdict("condition-records", median(onRecords), BAR);
        report.verdict("condition", median(ratio), BAR);
        System.exit(report.write());
    }

    private static long compiledPass(Compiled compiled, Row[] rows) {
        long held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Row row : rows) {
                held += compiled.test(row) ? 1 : 0;
            }
        }
        return held;
    }

    private static long handPass(Predicate<Row> test, Row[] rows) {
        long held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Row row : rows) {
                held += test.test(row) ? 1 : 0;
            }
        }
        return held;
    }

    private static long recordPass(Predicate<Member> test, Member[] members) {
        long held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Member member : members) {
                held += test.test(member) ? 1 : 0;
            }
        }
        return held;
    }

    private static Member draw(SplittableRandom random) {
        return new Member(
                random.nextInt(10) == 0 ? -1 : random.nextInt(10, 90),
                CITIES.get(random.nextInt(CITIES.size())),
                random.nextInt(20_000),
                random.nextInt(20),
                random.nextInt(10) == 0 ? -1 : random.nextInt(400),
                random.nextInt(10) == 0);
    }

    private static Row row(Member member) {
        Row row = new Row(CATALOGUE).text(CITY, member.city());
        row.whole(POINTS, member.points()).whole(TRIPS, member.trips());
        row.flag(STUDENT, member.student());
        if (member.age() >= 0) {
            row.whole(AGE, member.age());
        }
        if (member.lastTrip() >= 0) {
            row.whole(LAST_TRIP, member.lastTrip());
        }
        return row;
    }

    private static Compiled compiled(Map<String, Object> json) {
        return Compiled.of(ConditionReader.parse(json), CATALOGUE);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
