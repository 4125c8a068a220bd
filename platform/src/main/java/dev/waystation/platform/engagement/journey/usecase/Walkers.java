package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Kind;
import dev.waystation.condition.Subject;
import dev.waystation.journey.Interpreter;
import dev.waystation.platform.engagement.audience.Portraits;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.Taken;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gives interpreters the words branches may use, and members in these words. */
@Component
class Walkers {

    private final Portraits portraits;
    private final Members members;
    private final MemberFacts facts;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** The words of one trigger, valid while the audience's own are the same. */
    private record Known(Attributes base, Attributes all) {}

    Walkers(Portraits portraits, Members members, MemberFacts facts) {
        this.portraits = portraits;
        this.members = members;
        this.facts = facts;
    }

    /**
     * Everything known of members, and under {@code entry.} the values of the fact that let in and
     * what other systems answered.
     */
    Attributes catalogue(Content content) {
        Attributes usual = catalogue(content.trigger().fact());
        List<Taken> taken = content.taken();
        if (taken.isEmpty()) {
            return usual;
        }
        List<Attribute> all = new ArrayList<>(usual.all());
        taken.stream().distinct().map(Walkers::answered).forEach(all::add);
        return new Attributes(all, usual.happenings());
    }

    private static Attribute answered(Taken it) {
        return Attribute.of(
                "entry." + it.stays(), it.kind(), "回答：" + it.name(), "answered " + it.name());
    }

    private Attributes catalogue(String trigger) {
        Attributes base = portraits.catalogue();
        Known last = known.get(trigger);
        if (last == null || last.base() != base) {
            last = new Known(base, withEntry(base, trigger));
            known.put(trigger, last);
        }
        return last.all();
    }

    private Attributes withEntry(Attributes base, String trigger) {
        List<Attribute> all = new ArrayList<>(base.all());
        Map<String, Kind> entry = new TreeMap<>(facts.components(trigger));
        entry.put("date", Kind.TEXT);
        entry.forEach((name, kind) ->
                all.add(Attribute.of("entry." + name, kind, "触发：" + name, "trigger's " + name)));
        return new Attributes(all, base.happenings());
    }

    Interpreter interpreter(Definition definition) {
        return new Interpreter(
                definition.graph(), VenueZone.DEFAULT, catalogue(definition.content()));
    }

    Subject member(Enrolment enrolment, Definition definition, Instant now) {
        return company(List.of(enrolment)).member(enrolment, definition, now);
    }

    /** Members who move on together. */
    Company company(Collection<Enrolment> together) {
        return new Company(
                this,
                members,
                portraits,
                together.stream().map(Enrolment::memberId).collect(Collectors.toSet()));
    }
}
