package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Effect;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.Question;
import dev.waystation.platform.engagement.journey.store.CallRows;
import dev.waystation.platform.engagement.webhooks.Calls;
import dev.waystation.platform.foundation.edge.PublicId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes questions to other systems in the transaction of the step, one per passage and node; the
 * network is asked afterwards. A question carries the values of the trigger, which never hold a
 * name, a phone or a document.
 */
@Component
class AskSystems {

    private final CallRows calls;
    private final JsonMapper json;
    private final Clock clock;

    AskSystems(CallRows calls, JsonMapper json, Clock clock) {
        this.calls = calls;
        this.json = json;
        this.clock = clock;
    }

    /** A question about somebody in that journey. */
    record Asking(Enrolment about, String journey, Effect.AskThere ask) {}

    void handle(List<Asking> asking) {
        calls.add(asking.stream().map(this::question).toList(), clock.instant());
    }

    private Question question(Asking one) {
        Enrolment about = one.about();
        Effect.AskThere ask = one.ask();
        return new Question(
                about.effectReference(ask.node()),
                about.memberId(),
                about.enrolmentId(),
                about.journeyId(),
                about.version(),
                ask.node(),
                PublicId.decode("whk", ask.address()),
                json.writeValueAsString(event(one)),
                ask.until(),
                0);
    }

    private static Map<String, Object> event(Asking one) {
        Enrolment about = one.about();
        String member = PublicId.encode("mbr", about.memberId());
        Map<String, String> values = new TreeMap<>(about.context());
        values.replace("memberId", member);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", about.effectReference(one.ask().node()).toString());
        event.put("source", "/waystation/journey/" + one.journey());
        event.put("type", Calls.TYPE);
        event.put("time", one.ask().at().toString());
        event.put("subject", member);
        event.put("datacontenttype", "application/json");
        event.put("data", Map.of("step", one.ask().node(), "member", member, "entry", values));
        return event;
    }
}
