package dev.waystation.platform.members.loyalty;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.Allowance;
import dev.waystation.platform.members.loyalty.model.Decision;
import dev.waystation.platform.members.loyalty.model.Earning;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.model.EarningRule;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.model.RuleCheck;
import dev.waystation.platform.members.loyalty.model.RuleSketch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The shipped programmes without a platform around them, and events that happen in them. */
final class Shipped {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Earning EARNING = new Earning(ZONE);

    private Shipped() {}

    static Programme programme(String code) {
        try (InputStream file =
                Shipped.class.getResourceAsStream("/programmes/" + code + ".json")) {
            return JsonMapper.builder().build().readValue(file, Programme.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<EarningRule> rules(Programme programme) {
        return programme.rules().stream().map(sketch -> rule(sketch, programme, 1)).toList();
    }

    static EarningRule rule(RuleSketch sketch, Programme programme, int version) {
        RuleSketch in =
                new RuleSketch(
                        sketch.code(),
                        programme.code(),
                        sketch.name(),
                        sketch.trigger(),
                        sketch.condition(),
                        sketch.effect(),
                        sketch.group(),
                        sketch.priority(),
                        sketch.currency(),
                        sketch.limits());
        RuleCheck.Reading reading = RuleCheck.read(in, programme);
        if (!reading.faults().isEmpty()) {
            throw new IllegalArgumentException(reading.faults().toString());
        }
        return new EarningRule(
                in,
                version,
                Objects.requireNonNull(reading.condition()),
                Objects.requireNonNull(reading.effect()),
                Instant.EPOCH,
                null);
    }

    static Decision decide(
            Programme programme,
            EarningEvent event,
            Map<String, Object> earner,
            EarningRule... more) {
        List<EarningRule> rules = new ArrayList<>(rules(programme));
        rules.addAll(List.of(more));
        return decide(programme, event, earner, rules, new Allowance(Map.of()));
    }

    static Decision decide(
            Programme programme,
            EarningEvent event,
            Map<String, Object> earner,
            List<EarningRule> rules,
            Allowance allowance) {
        return EARNING.settle(EARNING.wish(event, earner, programme, rules), allowance);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    static EarningEvent event(
            String programme,
            String trigger,
            String local,
            Map<String, Object> facts,
            EarningEvent.Line... lines) {
        return new EarningEvent(
                programme,
                trigger,
                "test",
                1,
                at(local),
                "park",
                List.of(lines),
                facts,
                Said.same("test"));
    }

    static Map<String, Object> aged(long age) {
        return Map.of(
                "age",
                age,
                "senior",
                age >= 60,
                "student",
                false,
                "tiers",
                List.of(),
                "segments",
                List.of());
    }
}
