package dev.waystation.statistics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How scores are spread, in bins that stay while the scores move.
 *
 * @param edges where one bin ends and the next begins, strictly rising; a score at an edge is in
 *     the bin above
 * @param counts scores per bin, one more than edges
 */
public record Histogram(List<Double> edges, List<Long> counts) {

    /** Above this, scores no longer spread as they did (the rule of thumb of credit scoring). */
    public static final double SHIFTED = 0.2;

    public Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
        if (counts.size() != edges.size() + 1) {
            throw new IllegalArgumentException(
                    "edges (%d) must part the counts (%d)".formatted(edges.size(), counts.size()));
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i) > edges.get(i - 1))) {
                throw new IllegalArgumentException("edges must rise: " + edges);
            }
        }
    }

    /** Bins of like size for these scores; fewer where many scores are the same. */
    public static Histogram of(double[] scores, int bins) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("scores must not be empty");
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        List<Double> edges =
                IntStream.range(1, bins)
                        .mapToObj(i -> sorted[(int) ((long) sorted.length * i / bins)])
                        .filter(edge -> edge > sorted[0])
                        .distinct()
                        .toList();
        return new Histogram(edges, Collections.nCopies(edges.size() + 1, 0L)).with(scores);
    }

    /** The same bins without scores. */
    public Histogram empty() {
        return new Histogram(edges, Collections.nCopies(counts.size(), 0L));
    }

    /** The same bins with more scores. */
    public Histogram with(double... scores) {
        Long[] more = counts.toArray(Long[]::new);
        for (double score : scores) {
            int bin = 0;
            while (bin < edges.size() && score >= edges.get(bin)) {
                bin++;
            }
            more[bin]++;
        }
        return new Histogram(edges, List.of(more));
    }

    /** How many scores. */
    public long size() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The population stability index: how far later scores in the same bins are from these, 0 where
     * shares are the same (Siddiqi, Credit Risk Scorecards, 2006; Jeffreys' divergence). Half a
     * score is added to each bin, so that an empty one is no infinity.
     *
     * @throws IllegalArgumentException for other bins
     */
    public double shiftTo(Histogram later) {
        if (!later.edges.equals(edges)) {
            throw new IllegalArgumentException("bins differ: " + edges + ", " + later.edges);
        }
        int bins = counts.size();
        double shift = 0;
        for (int i = 0; i < bins; i++) {
            double before = (counts.get(i) + 0.5) / (size() + bins / 2.0);
            double now = (later.counts.get(i) + 0.5) / (later.size() + bins / 2.0);
            shift += (now - before) * Math.log(now / before);
        }
        return shift;
    }
}
