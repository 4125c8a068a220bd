package dev.waystation.benchmarks;

import dev.waystation.audience.DenseRule;
import dev.waystation.audience.DenseSet;
import dev.waystation.audience.LiveAudiences;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.roaringbitmap.RoaringBitmap;

/**
 * One rule of five predicates over all members: by the rule kernel of the audience engine, by a
 * loop written by hand over the same words, and by DuckDB over the same columns; every count is
 * compared. Then 200 live audiences that follow events, compared with a full recount.
 */
public final class AudienceBench {

    private static final int PREDICATES = 5;
    private static final int PAIRS = 7;
    private static final double KERNEL_BAR = 0.67;
    private static final double DUCK_BAR = 20;
    private static final double BYTES_BAR = 1 / 1.2;
    private static final double EVENTS_BAR = 100_000;
    private static final double[] SHARES = {0.5, 0.3, 0.2, 0.1, 0.4};

    private static final int LIVE_MEMBERS = 1_000_000;
    private static final int LIVE_EVENTS = 12;
    private static final int LIVE_AUDIENCES = 200;
    private static final int TAKEN = 5_000_000;

    private AudienceBench() {}

    public static void main(String[] args) throws SQLException {
        int members = args.length > 0 ? Integer.parseInt(args[0]) : 100_000_000;
        Report report = new Report("audience");
        report.say(
                "%,d members, five predicates: (a and b or c and d) and not e".formatted(members));
        overEverybody(members, report);
        live(report);
        System.exit(report.write());
    }

    private static void overEverybody(int members, Report report) throws SQLException {
        long[][] words = drawn(members);
        DenseSet[] sets = new DenseSet[PREDICATES];
        long serialised = 0;
        long bytes = 0;
        for (int p = 0; p < PREDICATES; p++) {
            RoaringBitmap set = roaring(words[p], members);
            set.runOptimize();
            serialised += set.serializedSizeInBytes();
            sets[p] = DenseSet.of(set);
            bytes += sets[p].bytes();
        }
        DenseRule rule = rule(sets);
        double[] kernel = new double[PAIRS];
        double[] duck = new double[PAIRS];
        double[] millis = new double[PAIRS];
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + Runtime.getRuntime().availableProcessors());
            load(statement, words, members);
            for (int pair = -2; pair < PAIRS; pair++) {
                long a = System.nanoTime();
                long ours = DenseRule.count(rule, members);
                long b = System.nanoTime();
                long byHand = byHand(words);
                long c = System.nanoTime();
                long asked = ask(statement);
                long d = System.nanoTime();
                if (ours != byHand || ours != asked) {
                    throw new IllegalStateException(
                            "Counts differ: %d, %d, %d".formatted(ours, byHand, asked));
                }
                if (pair >= 0) {
                    kernel[pair] = (double) (c - b) / (b - a);
                    duck[pair] = (double) (d - c) / (b - a);
                    millis[pair] = (b - a) / 1e6;
                }
            }
        }
        report.say(
                String.format(
                        Locale.ROOT,
                        "%.1f ms a count on one thread; DuckDB uses %d",
                        median(millis),
                        Runtime.getRuntime().availableProcessors()));
        report.say("%,d bytes in memory, %,d serialised as Roaring".formatted(bytes, serialised));
        report.verdict("audience-bytes", (double) serialised / bytes, BYTES_BAR);
        report.verdict("audience-kernel", median(kernel), KERNEL_BAR);
        report.verdict("audience", median(duck), DUCK_BAR);
    }

    private static DenseRule rule(DenseSet[] sets) {
        return new DenseRule.And(
                List.of(
                        new DenseRule.Or(
                                List.of(
                                        new DenseRule.And(List.of(leaf(sets[0]), leaf(sets[1]))),
                                        new DenseRule.And(List.of(leaf(sets[2]), leaf(sets[3]))))),
                        new DenseRule.Not(leaf(sets[4]))));
    }

    private static DenseRule leaf(DenseSet set) {
        return new DenseRule.Leaf(set);
    }

    /** What one would write for this one rule. */
    private static long byHand(long[][] words) {
        long[] a = words[0];
        long[] b = words[1];
        long[] c = words[2];
        long[] d = words[3];
        long[] e = words[4];
        long count = 0;
        for (int i = 0; i < a.length; i++) {
            count += Long.bitCount(((a[i] & b[i]) | (c[i] & d[i])) & ~e[i]);
        }
        return count;
    }

    private static long[][] drawn(int members) {
        var random = new SplittableRandom(20_261_122);
        long[][] words = new long[PREDICATES][(members + 63) / 64];
        for (int p = 0; p < PREDICATES; p++) {
            int share = (int) (SHARES[p] * 256);
            for (int i = 0; i < words[p].length; i++) {
                long word = 0;
                // eight draws of eight bits each would be slow: compare bytes of one long at a time
                for (int part = 0; part < 8; part++) {
                    long bits = random.nextLong();
                    for (int k = 0; k < 8; k++) {
                        word |= ((bits >>> (8 * k)) & 0xff) < share ? 1L << (8 * part + k) : 0;
                    }
                }
                words[p][i] = word;
            }
            int rest = members % 64;
            if (rest != 0) {
                words[p][words[p].length - 1] &= (1L << rest) - 1;
            }
        }
        return words;
    }

    private static RoaringBitmap roaring(long[] words, int members) {
        RoaringBitmap set = new RoaringBitmap();
        int[] batch = new int[1 << 16];
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            long left = words[i];
            while (left != 0) {
                batch[count++] = i * 64 + Long.numberOfTrailingZeros(left);
                left &= left - 1;
                if (count == batch.length) {
                    set.addN(batch, 0, count);
                    count = 0;
                }
            }
        }
        set.addN(batch, 0, count);
        if (!set.isEmpty() && set.last() >= members) {
            throw new IllegalStateException("a member beyond the last");
        }
        return set;
    }

    /** The same five columns, a byte each, written by DuckDB itself from the same bits. */
    private static void load(Statement statement, long[][] words, int members) throws SQLException {
        StringBuilder columns = new StringBuilder();
        for (int p = 0; p < PREDICATES; p++) {
            columns.append(p == 0 ? "" : ", ").append((char) ('a' + p)).append(" boolean");
        }
        statement.execute("create table member (" + columns + ")");
        var connection = statement.getConnection().unwrap(org.duckdb.DuckDBConnection.class);
        try (var rows = connection.createAppender("main", "member")) {
            for (int m = 0; m < members; m++) {
                rows.beginRow();
                for (int p = 0; p < PREDICATES; p++) {
                    rows.append((words[p][m >>> 6] >>> m & 1) == 1);
                }
                rows.endRow();
            }
        }
    }

    private static long ask(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        "select count(*) from member where (a and b or c and d) and not e")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void live(Report report) {
        var random = new SplittableRandom(7);
        List<LiveAudiences.Predicate> predicates = new ArrayList<>();
        for (int event = 0; event < LIVE_EVENTS; event++) {
            for (int atLeast = 1; atLeast <= 5; atLeast++) {
                predicates.add(new LiveAudiences.Predicate(event, atLeast));
            }
        }
        List<LiveAudiences.Rule> rules = new ArrayList<>();
        for (int a = 0; a < LIVE_AUDIENCES; a++) {
            rules.add(
                    new LiveAudiences.Rule(
                            List.of(one(random, predicates), one(random, predicates)),
                            List.of(one(random, predicates))));
        }
        var audiences = new LiveAudiences(LIVE_MEMBERS, LIVE_EVENTS, predicates, rules);
        int[] who = random.ints(TAKEN, 0, LIVE_MEMBERS).toArray();
        int[] what = random.ints(TAKEN, 0, LIVE_EVENTS).toArray();
        long start = System.nanoTime();
        long moved = 0;
        for (int i = 0; i < TAKEN; i++) {
            moved += audiences.take(who[i], what[i]);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        recount(audiences, predicates, rules, who, what);
        double rate = TAKEN / seconds;
        report.say(
                String.format(
                        Locale.ROOT,
                        "%d live audiences: %,d events, %,d entries and exits, %,.0f events a second,"
                                + " equal to a recount",
                        LIVE_AUDIENCES,
                        TAKEN,
                        moved,
                        rate));
        report.verdict("audience-live", rate / EVENTS_BAR, 1);
    }

    private static int one(SplittableRandom random, List<LiveAudiences.Predicate> of) {
        return random.nextInt(of.size());
    }

    private static void recount(
            LiveAudiences audiences,
            List<LiveAudiences.Predicate> predicates,
            List<LiveAudiences.Rule> rules,
            int[] who,
            int[] what) {
        int[] done = new int[LIVE_MEMBERS * LIVE_EVENTS];
        for (int i = 0; i < who.length; i++) {
            done[who[i] * LIVE_EVENTS + what[i]]++;
        }
        for (int a = 0; a < rules.size(); a++) {
            BitSet expected = new BitSet(LIVE_MEMBERS);
            for (int m = 0; m < LIVE_MEMBERS; m++) {
                int member = m;
                boolean in =
                        rules.get(a).all().stream()
                                        .allMatch(p -> holds(done, member, predicates.get(p)))
                                && rules.get(a).none().stream()
                                        .noneMatch(p -> holds(done, member, predicates.get(p)));
                expected.set(m, in);
            }
            RoaringBitmap live = audiences.members(a);
            boolean equal =
                    live.getCardinality() == expected.cardinality()
                            && live.stream().allMatch(expected::get);
            if (!equal) {
                throw new IllegalStateException("Audience %d differs from a recount".formatted(a));
            }
        }
    }

    private static boolean holds(int[] done, int member, LiveAudiences.Predicate predicate) {
        return done[member * LIVE_EVENTS + predicate.event()] >= predicate.atLeast();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
