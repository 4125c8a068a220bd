package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.release.SampleReleasePlans;
import dev.waystation.platform.selling.release.model.PlanSketch;
import dev.waystation.platform.selling.release.store.Plans;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sample plans for the demo world; a train that has a plan or does not run is left alone. */
@Component
public class SeedReleasePlans implements SampleReleasePlans {

    private static final Logger LOG = LoggerFactory.getLogger(SeedReleasePlans.class);
    private static final String AUTHOR = "demo";

    private final DraftReleasePlan draft;
    private final PublishReleasePlan publish;
    private final ApplyDueBatches applyDueBatches;
    private final Plans plans;
    private final CoverTrain cover;

    SeedReleasePlans(
            DraftReleasePlan draft,
            PublishReleasePlan publish,
            ApplyDueBatches applyDueBatches,
            Plans plans,
            CoverTrain cover) {
        this.draft = draft;
        this.publish = publish;
        this.applyDueBatches = applyDueBatches;
        this.plans = plans;
        this.cover = cover;
    }

    /** How many plans were published. */
    @Override
    public int publish() {
        return seed();
    }

    public int seed() {
        int published = seed("G1158", longTripsFirst());
        published += seed("G101", studentsFirst());
        published += seed("G103", studentsFirst());
        applyDueBatches.handle();
        return published;
    }

    private int seed(String trainCode, PlanSketch sketch) {
        Optional<String> code = cover.nextRun(trainCode).map(run -> run.trainCode());
        if (code.isEmpty() || plans.published(code.get(), "second").isPresent()) {
            return 0;
        }
        return switch (draft.handle(
                new DraftReleasePlan.Command(trainCode, "second", sketch, AUTHOR))) {
            case DraftReleasePlan.Outcome.Drafted drafted ->
                    switch (publish.handle(
                            new PublishReleasePlan.Command(drafted.plan().id(), AUTHOR))) {
                        case PublishReleasePlan.Outcome.Published _ -> 1;
                        case PublishReleasePlan.Outcome.Refused refused -> {
                            LOG.warn("Sample plan of {} refused: {}", trainCode, refused);
                            yield 0;
                        }
                    };
            case DraftReleasePlan.Outcome.Refused _ -> 0;
        };
    }

    /** The article's plan: through trips first, a small share for the first leg, students. */
    private static PlanSketch longTripsFirst() {
        return new PlanSketch(
                new Said("长途优先", "Long trips first"),
                List.of(
                        bucket("through", "直达", "Through", "through", null, true),
                        bucket("long", "长途", "Long trips", "km>=300", null, true),
                        bucket("first-leg", "首段", "First leg", "first-leg", null, true),
                        bucket("everyone", "不限", "Everyone", "any", null, true),
                        bucket("student", "学生预留", "Student reserve", "any", "student", false)),
                List.of(),
                List.of(
                        daysBefore(
                                "first",
                                "第 1 批 直达 60%",
                                "Batch 1 through 60%",
                                15,
                                "08:00",
                                open("through", new BigDecimal("0.6")),
                                seats(null, "first-leg", 30),
                                seats(null, "student", 40)),
                        daysBefore(
                                "second",
                                "第 2 批 长途 +15%",
                                "Batch 2 long +15%",
                                7,
                                "08:00",
                                open("long", new BigDecimal("0.15"))),
                        daysBefore(
                                "third",
                                "第 3 批 短途 +20",
                                "Batch 3 short +20",
                                1,
                                "14:00",
                                seats("through", "everyone", 20),
                                rest("student", "everyone")),
                        minutesBefore(
                                "last",
                                "余量全放",
                                "Everything left",
                                120,
                                rest("through", "everyone"),
                                rest("long", "everyone"),
                                rest("first-leg", "everyone"),
                                rest("student", "everyone"),
                                rest(null, "everyone"))));
    }

    private static PlanSketch studentsFirst() {
        return new PlanSketch(
                new Said("学生优先", "Students first"),
                List.of(
                        bucket("everyone", "不限", "Everyone", "any", null, true),
                        bucket("student", "学生预留", "Student reserve", "any", "student", false)),
                List.of(),
                List.of(
                        daysBefore(
                                "first",
                                "第 1 批 80%",
                                "Batch 1 80%",
                                15,
                                "08:00",
                                open("everyone", new BigDecimal("0.8")),
                                open("student", new BigDecimal("0.1"))),
                        minutesBefore(
                                "last",
                                "余量全放",
                                "Everything left",
                                24 * 60,
                                rest("student", "everyone"),
                                rest(null, "everyone"))));
    }

    private static PlanSketch.Bucket bucket(
            String key, String zh, String en, String trips, @Nullable String group, boolean nest) {
        return new PlanSketch.Bucket(key, new Said(zh, en), trips, group, null, nest, null, null);
    }

    private static PlanSketch.Batch daysBefore(
            String key, String zh, String en, int days, String at, PlanSketch.Step... steps) {
        return new PlanSketch.Batch(
                key, new Said(zh, en), days, at, null, null, null, List.of(steps));
    }

    private static PlanSketch.Batch minutesBefore(
            String key, String zh, String en, int minutes, PlanSketch.Step... steps) {
        return new PlanSketch.Batch(
                key, new Said(zh, en), null, null, minutes, null, null, List.of(steps));
    }

    private static PlanSketch.Step open(String bucket, BigDecimal share) {
        return new PlanSketch.Step(null, bucket, null, share);
    }

    private static PlanSketch.Step seats(@Nullable String from, String to, int seats) {
        return new PlanSketch.Step(from, to, seats, null);
    }

    private static PlanSketch.Step rest(@Nullable String from, String to) {
        return new PlanSketch.Step(from, to, null, null);
    }
}
