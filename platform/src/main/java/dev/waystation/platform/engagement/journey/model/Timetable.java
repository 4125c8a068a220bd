package dev.waystation.platform.engagement.journey.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When the clock lets members in.
 *
 * @param every once, day, week or month
 * @param time of the venue's clocks, such as 10:00
 * @param on for once a date, for week a day such as MONDAY, for month a number from 1 to 28
 * @param segment whose members enter; absent with an attribute
 * @param attribute birthday or joined: those enter for whom the day is that many days off
 * @param offsetDays -3 for three days before it, 0 for the day, 7 for a week after
 */
public record Timetable(
        String every,
        String time,
        @Nullable String on,
        @Nullable String segment,
        @Nullable String attribute,
        int offsetDays) {

    public static final String BIRTHDAY = "birthday";
    private static final Set<String> RHYTHMS = Set.of("once", "day", "week", "month");
    private static final Set<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.toSet());
    private static final int FURTHEST = 180;

    public Timetable {
        Malformed.require(
                RHYTHMS.contains(every), "trigger.at.every", every, "use once, day, week or month");
        Malformed.require(
                (segment == null) != (attribute == null),
                "trigger.at",
                segment + " / " + attribute,
                "name either a segment or an attribute");
        Malformed.require(
                attribute == null
                        || (every.equals("day")
                                && (attribute.equals(BIRTHDAY) || attribute.equals("joined"))),
                "trigger.at.attribute",
                attribute,
                "use birthday or joined, every day");
        Malformed.require(
                Math.abs(offsetDays) <= FURTHEST,
                "trigger.at.offsetDays",
                offsetDays,
                "stay within 180 days");
        read(every, time, on);
    }

    private static void read(String every, String time, @Nullable String on) {
        try {
            LocalTime.parse(time);
            switch (every) {
                case "once" -> LocalDate.parse(String.valueOf(on));
                case "week" ->
                        Malformed.require(
                                DAYS.contains(String.valueOf(on)),
                                "trigger.at.on",
                                on,
                                "name days such as MONDAY");
                case "month" -> {
                    int day = Integer.parseInt(String.valueOf(on));
                    Malformed.require(day >= 1 && day <= 28, "trigger.at.on", on, "give 1 to 28");
                }
                default -> {}
            }
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw new Malformed(
                    "trigger.at",
                    time + " " + on,
                    "give a time such as 10:00 and the day that the rhythm needs");
        }
    }

    /** The last instant, up to now, at which it was time. */
    public Instant lastSlot(Instant now, ZoneId zone) {
        LocalDate day = now.atZone(zone).toLocalDate();
        if (every.equals("once")) {
            return at(LocalDate.parse(String.valueOf(on)), zone);
        }
        while (!isOn(day) || at(day, zone).isAfter(now)) {
            day = day.minusDays(1);
        }
        return at(day, zone);
    }

    private Instant at(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    private boolean isOn(LocalDate day) {
        return switch (every) {
            case "week" -> day.getDayOfWeek().name().equals(on);
            case "month" -> String.valueOf(day.getDayOfMonth()).equals(on);
            default -> true;
        };
    }

    /** Whether the slot of this day is the one of a member who was born, or joined, on that day. */
    public boolean isTimeOf(LocalDate kept, LocalDate slotDay) {
        LocalDate day = slotDay.minusDays(offsetDays);
        MonthDay each = MonthDay.from(kept);
        LocalDate ofYear =
                each.isValidYear(day.getYear())
                        ? each.atYear(day.getYear())
                        : LocalDate.of(day.getYear(), 3, 1);
        return ofYear.equals(day) && kept.isBefore(day);
    }
}
