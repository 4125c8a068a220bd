package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.loyalty.facts.SpecialDaysPlanned;
import dev.waystation.platform.members.loyalty.model.DayCalendar;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.model.Programme.SpecialDay;
import dev.waystation.platform.members.loyalty.model.RuleSketch;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar of multiplier days. Days ahead are set at once; by how much they multiply is a rule
 * like any other, drafted here and published with its effective time. A day that has begun stays as
 * it was: events of that day may still come in.
 */
@Service
public class PlanDays {

    private static final int YEARS_AHEAD = 3;
    private static final int MOST_DATES = 400;

    private final Programmes programmes;
    private final RuleStore rules;
    private final DraftRule draft;
    private final FactLog facts;
    private final EarningRoom room;

    PlanDays(
            Programmes programmes,
            RuleStore rules,
            DraftRule draft,
            FactLog facts,
            EarningRoom room) {
        this.programmes = programmes;
        this.rules = rules;
        this.draft = draft;
        this.facts = facts;
        this.room = room;
    }

    /**
     * A special day as it shall be.
     *
     * @param dates every date it names, those that are over included
     * @param factor what points are multiplied by, null to leave the rules alone
     */
    public record Command(
            String programme,
            String day,
            Said name,
            List<LocalDate> dates,
            @Nullable String factor,
            String by,
            String actor) {

        public Command {
            dates = List.copyOf(dates);
            Malformed.require(
                    day.matches("[a-z0-9][a-z0-9-]{1,39}"),
                    "day",
                    day,
                    "give 2 to 40 small letters, digits and hyphens");
            Malformed.require(
                    !name.zh().isBlank() && !name.en().isBlank(),
                    "name",
                    name.zh(),
                    "name it in Chinese and English");
            Malformed.require(
                    dates.size() <= MOST_DATES, "dates", dates.size(), "give 400 dates at most");
            Malformed.require(
                    factor == null || factor.matches("[1-9]\\d?(\\.\\d{1,2})?"),
                    "factor",
                    factor,
                    "give a factor such as 2 or 1.5");
        }
    }

    /** The month of the first day ahead as it is now, or why nothing changed. */
    public sealed interface Outcome {
        record Planned(DayCalendar calendar) implements Outcome {}

        record Refused(DaysRefusal code, LocalDate day) implements Outcome {}
    }

    /** Why a plan is refused. */
    public enum DaysRefusal {
        SPECIAL_DAY_HAS_BEGUN,
        SPECIAL_DAY_IS_TOO_FAR
    }

    @Transactional(readOnly = true)
    public DayCalendar month(String programme, YearMonth month) {
        return DayCalendar.of(
                programmes.of(programme), month, rules.all(), room.now(), room.zone());
    }

    @Transactional
    public Outcome handle(Command command) {
        rules.lock("days of " + command.programme());
        Programme programme = programmes.of(command.programme());
        Optional<SpecialDay> before =
                programme.days().stream()
                        .filter(each -> each.code().equals(command.day()))
                        .findAny();
        LocalDate today = LocalDate.ofInstant(room.now(), room.zone());
        TreeSet<LocalDate> changed = new TreeSet<>(command.dates());
        List<LocalDate> old = before.map(SpecialDay::named).orElse(List.of());
        old.forEach(each -> {
            if (!changed.remove(each)) {
                changed.add(each);
            }
        });
        if (!changed.isEmpty() && !changed.getFirst().isAfter(today)) {
            return new Outcome.Refused(DaysRefusal.SPECIAL_DAY_HAS_BEGUN, changed.getFirst());
        }
        if (!changed.isEmpty() && changed.getLast().isAfter(today.plusYears(YEARS_AHEAD))) {
            return new Outcome.Refused(DaysRefusal.SPECIAL_DAY_IS_TOO_FAR, changed.getLast());
        }
        SpecialDay after =
                new SpecialDay(
                        command.day(),
                        command.name(),
                        stretches(new TreeSet<>(command.dates())),
                        before.map(SpecialDay::nthInMonth).orElse(0),
                        before.map(SpecialDay::weekday).orElse(0));
        programmes.replace(programme.withDays(with(programme.days(), after)));
        Optional.ofNullable(command.factor())
                .ifPresent(factor -> multiply(programme, after, factor, command.by()));
        facts.append(
                new SpecialDaysPlanned(
                        programme.code(),
                        after.code(),
                        after.name().zh(),
                        after.name().en(),
                        command.dates().size(),
                        Optional.ofNullable(command.factor()).orElse(""),
                        command.actor(),
                        room.now()));
        LocalDate shown = changed.isEmpty() ? today : changed.getFirst();
        return new Outcome.Planned(month(programme.code(), YearMonth.from(shown)));
    }

    /** A draft of the rule that multiplies on this day alone: its next version, or a first one. */
    private void multiply(Programme programme, SpecialDay day, String factor, String by) {
        String code = "days-" + day.code();
        RuleSketch base =
                programme.rules().stream()
                        .filter(each -> each.effect().containsKey("perYuan"))
                        .findFirst()
                        .orElse(programme.rules().getFirst());
        String group =
                programme.groups().stream()
                        .filter(each -> each.mode() == Programme.Mode.BEST)
                        .findFirst()
                        .orElse(programme.groups().getLast())
                        .code();
        draft.handle(
                new RuleSketch(
                        code,
                        programme.code(),
                        new Said(
                                "%s %s 倍".formatted(day.name().zh(), factor),
                                "%s times on %s".formatted(factor, day.name().en())),
                        base.trigger(),
                        Map.of("days", Map.of("$in", List.of(day.code()))),
                        Map.of("times", factor),
                        group,
                        15,
                        base.currency(),
                        List.of()),
                by);
    }

    private static List<SpecialDay> with(List<SpecialDay> days, SpecialDay one) {
        return Stream.concat(
                        days.stream().filter(each -> !each.code().equals(one.code())),
                        Stream.of(one))
                .toList();
    }

    private static List<SpecialDay.Stretch> stretches(Set<LocalDate> ordered) {
        List<SpecialDay.Stretch> stretches = new ArrayList<>();
        for (LocalDate date : ordered) {
            if (!stretches.isEmpty() && stretches.getLast().to().plusDays(1).equals(date)) {
                SpecialDay.Stretch last = stretches.removeLast();
                stretches.add(new SpecialDay.Stretch(last.from(), date));
            } else {
                stretches.add(new SpecialDay.Stretch(date, date));
            }
        }
        return stretches;
    }
}
