package dev.waystation.journey;

import dev.waystation.condition.Subject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When the waits of a journey end, in the zone of its venue. */
record WaitEnds(ZoneId zone) {

    /** A repeated local hour counts once, a skipped one as the first valid time after it. */
    Instant nextLocalTime(Node.WaitUntil wait, Instant since) {
        LocalDate day = since.atZone(zone).toLocalDate();
        while (true) {
            Instant then =
                    day.atTime(wait.localTime())
                            .atZone(zone)
                            .withEarlierOffsetAtOverlap()
                            .toInstant();
            boolean fits = wait.days().isEmpty() || wait.days().contains(day.getDayOfWeek());
            if (fits && !then.isBefore(since)) {
                return then;
            }
            day = day.plusDays(1);
        }
    }

    /** The instant or day the wait hangs on, moved by its offset; null where there is none. */
    @Nullable Instant instant(Node.WaitBy wait, Subject member) {
        Object value = member.value(wait.path());
        if (value == null) {
            return null;
        }
        String text = value.toString();
        try {
            Instant at =
                    text.indexOf('T') > 0
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(zone).toInstant();
            return at.plus(wait.offset());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** Where someone stands when a wait that began long ago goes on at another node. */
    Standing resumed(Standing standing, Node node) {
        Instant since = standing.arrivedAt();
        Instant until =
                switch (node) {
                    case Node.WaitFor wait -> since.plus(wait.length());
                    case Node.WaitUntil wait -> nextLocalTime(wait, since);
                    // at once, where he knows already what he would wait for
                    case Node.Await await when standing.heardFor(await, since) != null -> since;
                    case Node.Await await -> since.plus(await.patience()).plus(await.lateness());
                    // at once: what a wait hangs on is read when he is next looked at
                    case Node.Entry _, Node.WaitBy _ -> since;
                    case Node.Branch _,
                            Node.Split _,
                            Node.Message _,
                            Node.Tag _,
                            Node.Grant _,
                            Node.Act _,
                            Node.Ask _,
                            Node.Exit _ ->
                            throw new IllegalArgumentException("Nobody waits at " + node.id());
                };
        return standing.waitingAt(node.id(), since, until);
    }

    /** The same standing, waking when its wait is over by the clock, whatever its timer said. */
    Standing timed(Standing standing, Node node, Subject member) {
        return switch (node) {
            case Node.WaitFor _, Node.WaitUntil _, Node.Await _ -> resumed(standing, node);
            case Node.WaitBy wait -> {
                Instant until = instant(wait, member);
                yield until == null ? standing : standing.wakingAt(until);
            }
            // the patience of a question counts from the look that asked: only the timer knows it
            case Node.Entry _,
                    Node.Branch _,
                    Node.Split _,
                    Node.Message _,
                    Node.Tag _,
                    Node.Grant _,
                    Node.Act _,
                    Node.Ask _,
                    Node.Exit _ ->
                    standing;
        };
    }
}
