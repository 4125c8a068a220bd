package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Advance;
import dev.waystation.journey.Interpreter;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.FactFilter;
import dev.waystation.platform.engagement.journey.model.HeardFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Tells one enrolment of the facts that concern it: those about another order or trip than its own
 * pass it by, and those about its own bring its values up to date, so that waits move with them.
 */
@Component
class TellMembers {

    private final Walkers walkers;

    TellMembers(Walkers walkers) {
        this.walkers = walkers;
    }

    /** What is known of the members of a batch, asked at once. */
    Company company(List<Enrolment> batch) {
        return walkers.company(batch);
    }

    /**
     * What came of it; while paused everything is remembered and nobody moves on, but whoever would
     * is due when the journey goes on.
     */
    MoveEnrolments.Moved handle(
            Company company,
            Enrolment inside,
            Definition definition,
            List<HeardFact> heard,
            Instant now,
            boolean paused) {
        List<HeardFact> own =
                heard.stream()
                        .filter(fact -> fact.memberId() == inside.memberId())
                        .filter(fact -> definition.concerns(fact, inside.context()))
                        .toList();
        Enrolment knowing = upToDate(inside, definition, own);
        Interpreter interpreter = company.interpreter(definition);
        var subject = company.member(knowing, definition, now);
        var sum = Advance.still(inside.standing());
        for (HeardFact fact : own) {
            for (String name : names(fact, definition, knowing)) {
                sum =
                        sum.then(
                                paused
                                        ? interpreter.remember(sum.standing(), name, fact.at())
                                        : interpreter.hear(
                                                sum.standing(), name, fact.at(), now, subject));
            }
        }
        boolean moved = !knowing.equals(inside);
        if (paused && (moved || !sum.standing().equals(inside.standing()))) {
            sum = sum.then(Advance.still(interpreter.awake(sum.standing(), now, subject)));
        } else if (moved) {
            sum = sum.then(interpreter.advance(sum.standing(), now, subject));
        }
        return new MoveEnrolments.Moved(knowing, definition.code(), sum);
    }

    /** The fact itself, and its name for every await that counts it and not every such fact. */
    private static List<String> names(HeardFact fact, Definition definition, Enrolment enrolment) {
        var names = new ArrayList<String>();
        names.add(fact.name());
        definition.filters().stream()
                .filter(filter -> filter.lets(fact, enrolment.context()))
                .map(FactFilter::alias)
                .forEach(names::add);
        return names;
    }

    private static Enrolment upToDate(
            Enrolment inside, Definition definition, List<HeardFact> own) {
        var values = new TreeMap<>(inside.context());
        own.stream()
                .filter(definition::names)
                .forEach(fact ->
                        fact.values()
                                .forEach((name, value) ->
                                        values.computeIfPresent(
                                                name, (_, _) -> String.valueOf(value))));
        return values.equals(inside.context()) ? inside : inside.knowing(values);
    }
}
