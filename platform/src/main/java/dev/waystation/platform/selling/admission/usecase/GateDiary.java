package dev.waystation.platform.selling.admission.usecase;

import dev.waystation.platform.foundation.edge.Phrases;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.admission.GateRefusal;
import dev.waystation.platform.selling.admission.model.GateCheck;
import dev.waystation.platform.selling.admission.store.CheckStore;
import dev.waystation.platform.selling.booking.Ticket;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps every decision of a gate with its reason, and puts it into words. */
@Component
public class GateDiary {

    static final String ADMITTED = "ADMITTED";
    private static final ZoneId GATE_TIME = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

    private final CheckStore checks;
    private final Phrases phrases;

    GateDiary(CheckStore checks, Phrases phrases) {
        this.checks = checks;
        this.phrases = phrases;
    }

    void write(CheckTicket.Command command, CheckTicket.Outcome outcome, Instant now) {
        boolean admitted = outcome instanceof CheckTicket.Outcome.Admitted;
        Ticket ticket = ticketOf(outcome);
        checks.add(
                new GateCheck(
                        now,
                        command.gate(),
                        command.stationCode(),
                        ticket == null ? null : ticket.id().value(),
                        admitted,
                        code(outcome),
                        say(outcome)));
    }

    public static @Nullable Ticket ticketOf(CheckTicket.Outcome outcome) {
        return switch (outcome) {
            case CheckTicket.Outcome.Admitted(Ticket ticket) -> ticket;
            case CheckTicket.Outcome.Refused refused -> refused.ticket();
        };
    }

    public static String code(CheckTicket.Outcome outcome) {
        return switch (outcome) {
            case CheckTicket.Outcome.Admitted admitted -> ADMITTED;
            case CheckTicket.Outcome.Refused(
                            GateRefusal code,
                            Map<String, Object> values,
                            Ticket ticket) ->
                    code.name();
        };
    }

    /** The sentence on the gate's display. */
    public Said say(CheckTicket.Outcome outcome) {
        return switch (outcome) {
            case CheckTicket.Outcome.Admitted(Ticket ticket) ->
                    phrases.say(
                            ADMITTED,
                            Map.of(
                                    "train", ticket.trip().trainCode(),
                                    "car", ticket.car(),
                                    "seat", ticket.seat()));
            case CheckTicket.Outcome.Refused refused ->
                    phrases.say(refused.code().name(), readable(refused.values()));
        };
    }

    /** The newest decisions, all gates or one. */
    public List<GateCheck> recent(@Nullable String gate, int limit) {
        return checks.recent(gate, limit);
    }

    private static Map<String, Object> readable(Map<String, Object> values) {
        Map<String, Object> texts = new HashMap<>(values);
        texts.replaceAll((name, value) ->
                value instanceof Instant at ? CLOCK.format(at.atZone(GATE_TIME)) : value);
        return texts;
    }
}
