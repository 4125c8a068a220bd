package dev.waystation.platform.insight.analytics.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which figures a fact moves, and which line of a timeline it becomes. */
public final class Meaning {

    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("membership.MemberRegistered", "registered"),
                    Map.entry("membership.StudentVerified", "student_verified"),
                    Map.entry("membership.ConsentChanged", "consent_changed"),
                    Map.entry("booking.OrderPlaced", "order_placed"),
                    Map.entry("booking.OrderExpired", "order_expired"),
                    Map.entry("booking.OrderCancelled", "order_cancelled"),
                    Map.entry("booking.TicketIssued", "ticket_issued"),
                    Map.entry("booking.TicketRefunded", "ticket_refunded"),
                    Map.entry("booking.TicketChanged", "ticket_changed"),
                    Map.entry("booking.RefundShared", "refund_shared"),
                    Map.entry("admission.TicketCheckedIn", "checked_in"),
                    Map.entry("admission.TripCompleted", "trip_completed"),
                    Map.entry("wallet.PointsCredited", "points_credited"),
                    Map.entry("wallet.PointsSpent", "points_spent"),
                    Map.entry("wallet.PointsExpired", "points_expired"),
                    Map.entry("loyalty.TierChanged", "tier_changed"),
                    Map.entry("audience.TagAdded", "tag_added"),
                    Map.entry("audience.TagRemoved", "tag_removed"),
                    Map.entry("audience.SegmentEntered", "segment_entered"),
                    Map.entry("audience.SegmentLeft", "segment_left"),
                    Map.entry("messaging.MessageQueued", "message_queued"),
                    Map.entry("messaging.MessageDelivered", "message_delivered"),
                    Map.entry("links.LinkClicked", "link_clicked"),
                    Map.entry("messaging.MessageWithheld", "message_withheld"),
                    Map.entry("journey.JourneyEntered", "journey_entered"),
                    Map.entry("journey.JourneyLeft", "journey_left"));

    private Meaning() {}

    /** One figure of one day moves by so much. */
    public record Count(LocalDate day, String measure, long by) {}

    /** The facts that are read, by their name in the log. */
    public static Set<String> types() {
        return KINDS.keySet();
    }

    /** Which kinds of lines can move a figure. */
    public static Set<String> movers(String measure) {
        return switch (measure) {
            case "members_joined" -> Set.of("registered");
            case "tickets_sold" -> Set.of("ticket_issued", "ticket_changed");
            case "revenue_minor" ->
                    Set.of("ticket_issued", "ticket_refunded", "ticket_changed", "refund_shared");
            case "gate_checkins" -> Set.of("checked_in");
            case "points_issued" -> Set.of("points_credited");
            case "messages_queued" -> Set.of("message_queued");
            case "messages_withheld" -> Set.of("message_withheld");
            case "journey_entries" -> Set.of("journey_entered");
            default -> Set.of();
        };
    }

    /** By how much a line of a timeline moved a figure of its day. */
    public static long moved(
            String measure, String kind, Instant at, Map<String, Object> values, ZoneId zone) {
        String type =
                KINDS.entrySet().stream()
                        .filter(each -> each.getValue().equals(kind))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("");
        return counts(new Event(0, type, at, values), zone).stream()
                .filter(count -> count.measure().equals(measure))
                .mapToLong(Count::by)
                .sum();
    }

    public static String kind(Event event) {
        return KINDS.getOrDefault(event.type(), "");
    }

    public static List<Count> counts(Event event, ZoneId zone) {
        LocalDate day = event.at().atZone(zone).toLocalDate();
        return switch (kind(event)) {
            case "registered" -> List.of(new Count(day, "members_joined", 1));
            case "ticket_issued" ->
                    List.of(
                            new Count(day, "tickets_sold", 1),
                            new Count(day, "revenue_minor", event.number("fareMinor")),
                            new Count(departure(event, zone), "departing_tickets", 1));
            case "ticket_refunded" ->
                    List.of(
                            new Count(day, "tickets_refunded", 1),
                            new Count(day, "revenue_minor", -event.number("refundMinor")));
            // the new ticket was counted when it was issued; the old one goes, the fee stays
            case "ticket_changed" ->
                    List.of(
                            new Count(day, "tickets_sold", -1),
                            new Count(
                                    day,
                                    "revenue_minor",
                                    event.number("feeMinor") - event.number("carriedMinor")));
            case "refund_shared" ->
                    List.of(new Count(day, "revenue_minor", -event.number("refundMinor")));
            case "checked_in" -> List.of(new Count(day, "gate_checkins", 1));
            case "trip_completed" -> List.of(new Count(day, "trips_completed", 1));
            case "points_credited" ->
                    event.text("currency").equals("points")
                            ? List.of(new Count(day, "points_issued", event.number("amount")))
                            : List.of();
            case "message_queued" -> List.of(new Count(day, "messages_queued", 1));
            case "message_withheld" -> List.of(new Count(day, "messages_withheld", 1));
            case "journey_entered" -> List.of(new Count(day, "journey_entries", 1));
            default -> List.of();
        };
    }

    private static LocalDate departure(Event event, ZoneId zone) {
        String departs = event.text("departs");
        Instant at = departs.isEmpty() ? event.at() : Instant.parse(departs);
        return at.atZone(zone).toLocalDate();
    }
}
