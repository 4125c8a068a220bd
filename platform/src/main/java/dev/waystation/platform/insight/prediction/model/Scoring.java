package dev.waystation.platform.insight.prediction.model;

import dev.waystation.statistics.Histogram;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run over all members.
 *
 * @param scores in the bins of the version's reference
 * @param words how many members have each word
 * @param shift how far scores are from the reference
 * @param drifted whether that raises the alarm
 * @param endedAt null while it runs or was cut off
 */
public record Scoring(
        LocalDate day,
        int version,
        Histogram scores,
        Map<String, Long> words,
        double shift,
        boolean drifted,
        @Nullable Instant endedAt) {

    /** With fewer members, chance alone moves scores this far. */
    public static final int FEWEST = 200;

    public Scoring {
        words = Map.copyOf(words);
    }

    /** Judges finished scores beside those of the day of training. */
    public static Scoring ended(
            TrainedModel trained,
            LocalDate day,
            Histogram scores,
            Map<String, Long> words,
            Instant at) {
        double shift = scores.size() == 0 ? 0 : trained.reference().shiftTo(scores);
        return new Scoring(
                day,
                trained.version(),
                scores,
                words,
                shift,
                scores.size() >= FEWEST && shift > Histogram.SHIFTED,
                at);
    }
}
