package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Standing;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.Question;
import dev.waystation.platform.engagement.journey.model.Taken;
import dev.waystation.platform.engagement.journey.store.CallRows;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a member's passage what a system answered: the fields his journey takes stay with him, and
 * he goes on at the next look. Whoever is gone from the step is told nothing.
 */
@Service
class HearReply {

    private static final int LONGEST = 200;

    private final CallRows calls;
    private final EnrolmentRows enrolments;
    private final LiveJourneys journeys;
    private final JsonMapper json;

    HearReply(CallRows calls, EnrolmentRows enrolments, LiveJourneys journeys, JsonMapper json) {
        this.calls = calls;
        this.enrolments = enrolments;
        this.journeys = journeys;
        this.json = json;
    }

    @Transactional
    public void answered(Question question, String body, Instant now) {
        List<Taken> wanted =
                Taken.of(
                        journeys.version(question.journeyId(), question.version())
                                .content()
                                .graph(),
                        question.node());
        Optional<Map<String, String>> found = read(body, wanted);
        if (found.isPresent()) {
            settle(question, "answered", Standing.ANSWERED, found.get(), "", now);
        } else {
            settle(question, "failed", Standing.FAILED, Map.of(), "UNREADABLE_ANSWER", now);
        }
    }

    @Transactional
    public void failed(Question question, String why, Instant now) {
        settle(question, "failed", Standing.FAILED, Map.of(), why, now);
    }

    private void settle(
            Question question,
            String state,
            String answer,
            Map<String, String> found,
            String why,
            Instant now) {
        Optional<Enrolment> standing =
                enrolments
                        .locked(question.enrolmentId())
                        .filter(it -> it.standing().state() == Standing.State.WAITING)
                        .filter(it -> it.standing().node().equals(question.node()));
        String said = why.length() > LONGEST ? why.substring(0, LONGEST) : why;
        boolean first =
                calls.settle(
                        question.reference(), standing.isPresent() ? state : "dropped", said, now);
        if (first && standing.isPresent()) {
            Enrolment it = standing.get();
            var values = new TreeMap<>(it.context());
            values.putAll(found);
            enrolments.move(
                    List.of(
                            it.knowing(values)
                                    .standingAt(
                                            it.standing().answered(question.node(), answer, now))));
        }
    }

    /** Every field that is wanted, or nothing at all. */
    private Optional<Map<String, String>> read(String body, List<Taken> wanted) {
        if (wanted.isEmpty()) {
            return Optional.of(Map.of());
        }
        try {
            JsonNode answer = json.readTree(body);
            Map<String, String> found = new TreeMap<>();
            for (Taken field : wanted) {
                JsonNode there = answer.at(field.pointer());
                Optional<String> value =
                        there.isValueNode() && !there.isNull()
                                ? field.fitting(there.asString())
                                : Optional.empty();
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                found.put(field.stays(), value.get());
            }
            return Optional.of(found);
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }
}
