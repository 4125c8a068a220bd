package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.Statements;
import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.PublishSchema;
import dev.waystation.platform.engagement.events.usecase.TakeEvents;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A burst at the intake is membership as soon as the facts were read, at the cost of a few. */
@PlatformIT
class LiveBurstIT {

    private static final int FEW = 3;
    private static final int MANY = 60;

    @Autowired private KeepSources sources;
    @Autowired private TakeEvents take;
    @Autowired private PublishSchema publish;
    @Autowired private DraftSegment draft;
    @Autowired private PublishSegment publishSegment;
    @Autowired private Segments segments;
    @Autowired private Members members;
    @Autowired private FactPump pump;
    @Autowired private JsonMapper json;
    @Autowired private Clock clock;

    private String key = "";
    private String event = "";
    private long once;
    private long twice;
    private int sent;

    @BeforeEach
    void segmentsOfThoseWhoDidItOnceAndTwice() {
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        event = "burst.done" + unique;
        key =
                ((KeepSources.Outcome.Made)
                                sources.make(
                                        new KeepSources.Command(
                                                "burst " + unique, "server", null, null)))
                        .key();
        publish.handle(
                new PublishSchema.Command(
                        event, Said.same("burst"), json.readTree("{\"properties\": {}}")));
        once = segment("once " + unique, 1);
        twice = segment("twice " + unique, 2);
    }

    @Test
    @Capability("SEG-04")
    void everyAcknowledgedEventOfABurstIsMembershipAfterOneRoundAndNoTimer() throws Exception {
        List<Long> few = people(FEW);
        List<Long> many = people(MANY);

        int asked = statements(few, 1);
        int askedOfMany = statements(many, 1);

        assertThat(in(once)).containsExactlyElementsOf(both(few, many));
        assertThat(in(twice)).isEmpty();
        assertThat(askedOfMany).as("statements of a burst do not grow with it").isEqualTo(asked);

        // as many commits as messages: read together, and only those who did it again move
        List<Long> again = many.subList(0, MANY / 2);
        int askedOfCommits = statements(again, again.size());
        assertThat(in(twice)).containsExactlyElementsOf(again);
        assertThat(in(once)).hasSize(FEW + MANY);
        assertThat(askedOfCommits)
                .as("a commit more costs the reading of its rows only")
                .isLessThanOrEqualTo(asked + 8 * again.size());
    }

    private long segment(String name, int times) {
        Map<String, Object> did = Map.of("event", event, "atLeast", times, "withinDays", 30);
        long id =
                ((DraftSegment.Outcome.Drafted)
                                draft.handle(
                                        new DraftSegment.Command(
                                                Said.same(name), Map.of("$did", did))))
                        .segmentId();
        assertThat(publishSegment.handle(new PublishSegment.Command(id)))
                .isInstanceOf(PublishSegment.Outcome.Published.class);
        return id;
    }

    private List<Long> people(int count) {
        List<Long> people =
                Stream.generate(() -> members.register(People.born(LocalDate.of(1990, 1, 1))))
                        .limit(count)
                        .map(id -> id.value())
                        .sorted()
                        .toList();
        pump.drain();
        // they have been seen once, so that what only newcomers cost is paid
        send(people.stream().map(id -> message(id, "burst.before")).toList());
        pump.drain();
        return people;
    }

    /** Sends one event of each in so many requests; the statements of reading all of them. */
    private int statements(List<Long> people, int requests) throws Exception {
        int size = people.size() / requests;
        for (int from = 0; from < people.size(); from += size) {
            send(people.subList(from, from + size).stream().map(id -> message(id, event)).toList());
        }
        return Statements.of(
                        () -> {
                            pump.drain();
                            return null;
                        })
                .stream()
                .filter(sql -> sql.contains("audience.") || sql.contains("identity."))
                .toList()
                .size();
    }

    private void send(List<String> messages) {
        String body = messages.stream().collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        var taken =
                (TakeEvents.Outcome.Taken)
                        take.handle(
                                new TakeEvents.Command(
                                        key, null, body.getBytes(StandardCharsets.UTF_8)));
        assertThat(taken.accepted()).isEqualTo(messages.size());
        assertThat(taken.bad()).isEmpty();
    }

    private String message(long member, String name) {
        return """
        {"type":"track","messageId":"b%d","userId":"%s","event":"%s","timestamp":"%s"}
        """
                .formatted(++sent, PublicId.encode("mbr", member), name, clock.instant());
    }

    private List<Long> in(long segment) {
        return segments.members(segment, Long.MIN_VALUE, 1_000);
    }

    private static List<Long> both(List<Long> one, List<Long> other) {
        List<Long> all = new ArrayList<>(one);
        all.addAll(other);
        return all.stream().sorted().toList();
    }
}
