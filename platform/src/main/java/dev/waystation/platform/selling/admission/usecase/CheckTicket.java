package dev.waystation.platform.selling.admission.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.admission.Gate;
import dev.waystation.platform.selling.admission.GateRefusal;
import dev.waystation.platform.selling.admission.facts.TicketCheckedIn;
import dev.waystation.platform.selling.admission.store.PassageStore;
import dev.waystation.platform.selling.booking.CheckIn;
import dev.waystation.platform.selling.booking.CodeReading;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketStatus;
import dev.waystation.platform.selling.booking.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides at a gate: the code, the ride, the place, the hour, and that nobody entered before. */
@Service
public class CheckTicket implements Gate {

    private static final int LONGEST_NAME = 60;

    private final Tickets tickets;
    private final PassageStore passages;
    private final FactLog facts;
    private final GateDiary diary;
    private final Clock clock;

    CheckTicket(
            Tickets tickets, PassageStore passages, FactLog facts, GateDiary diary, Clock clock) {
        this.tickets = tickets;
        this.passages = passages;
        this.facts = facts;
        this.diary = diary;
        this.clock = clock;
    }

    /**
     * @param code what the scanner read
     * @param gate name of the gate or device
     * @param stationCode where it stands
     */
    public record Command(String code, String gate, String stationCode) {
        public Command {
            Malformed.require(
                    !gate.isBlank() && gate.length() <= LONGEST_NAME,
                    "gate",
                    gate,
                    "name the gate in at most " + LONGEST_NAME + " characters");
            Malformed.require(
                    !stationCode.isBlank(), "stationCode", stationCode, "say where the gate is");
        }
    }

    /** The gate opens, or says why not. */
    public sealed interface Outcome {
        record Admitted(Ticket ticket) implements Outcome {}

        record Refused(GateRefusal code, Map<String, Object> values, @Nullable Ticket ticket)
                implements Outcome {}
    }

    @Override
    @Transactional
    public boolean opens(String code, String gate, String stationCode) {
        return handle(new Command(code, gate, stationCode)) instanceof Outcome.Admitted;
    }

    @Transactional
    public Outcome handle(Command command) {
        Instant now = clock.instant();
        Outcome outcome = decide(command, now);
        diary.write(command, outcome, now);
        return outcome;
    }

    private Outcome decide(Command command, Instant now) {
        return switch (tickets.read(command.code())) {
            case CodeReading.Unreadable() ->
                    refused(GateRefusal.CODE_IS_UNREADABLE, Map.of(), null);
            case CodeReading.UnknownKey(int keyId) ->
                    refused(GateRefusal.CODE_KEY_IS_UNKNOWN, Map.of("key", keyId), null);
            case CodeReading.Forged() -> refused(GateRefusal.CODE_IS_FORGED, Map.of(), null);
            case CodeReading.Genuine ride -> decide(command, ride, now);
        };
    }

    private Outcome decide(Command command, CodeReading.Genuine ride, Instant now) {
        Optional<Ticket> found = tickets.ticket(ride.ticketId());
        if (found.isEmpty() || found.get().trip().runId() != ride.runId()) {
            return refused(GateRefusal.CODE_HAS_NO_TICKET, Map.of(), null);
        }
        Ticket ticket = found.get();
        if (ticket.status() == TicketStatus.CHANGED) {
            return changed(ticket);
        }
        if (neverValid(ticket)) {
            return refused(GateRefusal.TICKET_WAS_REFUNDED, Map.of(), ticket);
        }
        if (!ride.fromStation().equals(command.stationCode())) {
            return refused(
                    GateRefusal.WRONG_STATION,
                    Map.of(
                            "station", ticket.trip().from().name().zh(),
                            "stationEn", ticket.trip().from().name().en(),
                            "train", ticket.trip().trainCode()),
                    ticket);
        }
        if (now.isBefore(ride.validFrom())) {
            return refused(
                    GateRefusal.GATE_NOT_OPEN_YET,
                    Map.of("train", ticket.trip().trainCode(), "opens", ride.validFrom()),
                    ticket);
        }
        if (!now.isBefore(ride.validUntil())) {
            return refused(
                    GateRefusal.GATE_IS_CLOSED,
                    Map.of("train", ticket.trip().trainCode(), "departed", ride.validUntil()),
                    ticket);
        }
        return admit(command, ticket, now);
    }

    private Outcome admit(Command command, Ticket ticket, Instant now) {
        return switch (tickets.checkIn(ticket.id(), now)) {
            case CheckIn.AlreadyUsed(Ticket used, Instant firstAt) ->
                    refused(
                            GateRefusal.ALREADY_CHECKED_IN,
                            Map.of(
                                    "firstAt",
                                    firstAt,
                                    "firstGate",
                                    passages.gateOf(used.id()).orElse("")),
                            used);
            case CheckIn.NotValid(Ticket gone) ->
                    gone.status() == TicketStatus.CHANGED
                            ? changed(gone)
                            : refused(GateRefusal.TICKET_WAS_REFUNDED, Map.of(), gone);
            case CheckIn.Admitted(Ticket admitted) -> {
                passages.add(admitted, command.gate(), command.stationCode(), now);
                facts.append(
                        new TicketCheckedIn(
                                admitted.id().value(),
                                admitted.memberId(),
                                admitted.trip().runId(),
                                command.stationCode(),
                                command.gate(),
                                now));
                yield new Outcome.Admitted(admitted);
            }
        };
    }

    /** Names the ticket to show instead: train, hour and seat, as they stand on it. */
    private Outcome changed(Ticket old) {
        Ticket fresh = tickets.changedInto(old).orElse(old);
        return refused(
                GateRefusal.TICKET_WAS_CHANGED,
                Map.of(
                        "train", fresh.trip().trainCode(),
                        "day", fresh.trip().serviceDate(),
                        "car", fresh.car(),
                        "seat", fresh.seat(),
                        "ticket", fresh.id().text()),
                old);
    }

    private static boolean neverValid(Ticket ticket) {
        return ticket.status() == TicketStatus.REFUNDED
                || ticket.status() == TicketStatus.VOID
                || ticket.status() == TicketStatus.HELD;
    }

    private static Outcome refused(
            GateRefusal code, Map<String, Object> values, @Nullable Ticket ticket) {
        return new Outcome.Refused(code, values, ticket);
    }
}
