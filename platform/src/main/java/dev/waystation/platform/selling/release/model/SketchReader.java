package dev.waystation.platform.selling.release.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.release.Amount;
import dev.waystation.release.Batch;
import dev.waystation.release.Bucket;
import dev.waystation.release.Cap;
import dev.waystation.release.ReleasePlan;
import dev.waystation.release.Selector;
import dev.waystation.release.Step;
import dev.waystation.release.Trigger;
import dev.waystation.release.TripPattern;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a sketch; what cannot be understood is named with its field and a remedy. */
public final class SketchReader {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private SketchReader() {}

    public static ReleasePlan read(PlanSketch sketch, String origin) {
        return new ReleasePlan(
                origin,
                sketch.buckets().stream().map(SketchReader::bucket).toList(),
                sketch.caps().stream().map(SketchReader::cap).toList(),
                sketch.batches().stream().map(SketchReader::batch).toList());
    }

    private static Bucket bucket(PlanSketch.Bucket bucket) {
        Malformed.require(!bucket.key().isBlank(), "buckets.key", bucket.key(), "give a key");
        int fromLeg = bucket.fromCall() == null ? 0 : bucket.fromCall();
        int toLeg = bucket.toCall() == null ? Bucket.TO_THE_END : bucket.toCall();
        Malformed.require(
                fromLeg >= 0 && toLeg > fromLeg,
                "buckets.toCall",
                bucket.toCall(),
                "give a call after fromCall");
        return new Bucket(
                bucket.key(),
                selector(bucket.trips(), bucket.group(), bucket.channel(), "buckets.trips"),
                bucket.nested() == null || bucket.nested(),
                fromLeg,
                toLeg);
    }

    private static Cap cap(PlanSketch.Cap cap) {
        Malformed.require(cap.seats() >= 0, "caps.seats", cap.seats(), "give 0 or more");
        return new Cap(
                cap.key(),
                selector(cap.trips(), cap.group(), cap.channel(), "caps.trips"),
                cap.seats());
    }

    private static Selector selector(
            String trips, @Nullable String group, @Nullable String channel, String field) {
        try {
            return new Selector(
                    TripPattern.parse(trips),
                    group == null ? Set.of() : Set.of(group),
                    channel == null ? Set.of() : Set.of(channel));
        } catch (IllegalArgumentException unreadable) {
            throw new Malformed(
                    field, trips, "use any, through, first-leg, 2-5, km>=300 or km<300");
        }
    }

    private static Batch batch(PlanSketch.Batch batch) {
        Malformed.require(!batch.key().isBlank(), "batches.key", batch.key(), "give a key");
        return new Batch(
                batch.key(),
                trigger(batch),
                batch.steps().stream().map(SketchReader::step).toList());
    }

    private static Trigger trigger(PlanSketch.Batch batch) {
        String at = batch.at();
        String instant = batch.instant();
        try {
            if (batch.daysBefore() != null) {
                return new Trigger.DaysBefore(
                        batch.daysBefore(), LocalTime.parse(at == null ? "08:00" : at));
            }
            if (batch.minutesBefore() != null) {
                return new Trigger.BeforeDeparture(Duration.ofMinutes(batch.minutesBefore()));
            }
            if (instant != null) {
                return new Trigger.At(Instant.parse(instant));
            }
        } catch (DateTimeException unreadable) {
            throw new Malformed("batches.at", at == null ? instant : at, "write 08:00 or RFC 3339");
        }
        BigDecimal share = batch.soldShare();
        if (share == null) {
            throw new Malformed(
                    "batches",
                    batch.key(),
                    "give daysBefore with at, minutesBefore, instant or soldShare");
        }
        return new Trigger.SoldShare(share.multiply(THOUSAND).intValue());
    }

    private static Step step(PlanSketch.Step step) {
        Integer seats = step.seats();
        BigDecimal share = step.share();
        Amount amount =
                seats != null
                        ? new Amount.Seats(seats)
                        : share != null
                                ? new Amount.ShareOfCapacity(share.multiply(THOUSAND).intValue())
                                : new Amount.Everything();
        return new Step(step.from(), step.to(), amount);
    }
}
