package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.members.loyalty.model.Club.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks what a member did in the past and says in which tier it put them when. */
public final class PastLadder {

    /** From a day on in a tier; the next step ends it. */
    public record Step(LocalDate day, Level level, String cause, Standing standing) {}

    /** All steps, and when the last tier is reviewed. */
    public record Path(List<Step> steps, Optional<LocalDate> dueOn) {}

    private final Club club;
    private final String programme;
    private final List<MetricDay> days;
    private final List<Step> steps = new ArrayList<>();
    private Level current;
    private LocalDate since = LocalDate.MIN;
    private @Nullable LocalDate due;

    private PastLadder(Club club, String programme, List<MetricDay> days) {
        this.club = club;
        this.programme = programme;
        this.days = days;
        this.current = club.lowest();
    }

    public static Path walk(Club club, String programme, List<MetricDay> days, LocalDate today) {
        PastLadder ladder = new PastLadder(club, programme, days);
        days.stream()
                .filter(day -> day.metric().startsWith(programme + "."))
                .map(MetricDay::day)
                .distinct()
                .sorted()
                .forEach(ladder::lived);
        ladder.reviewUntil(today);
        return new Path(List.copyOf(ladder.steps), Optional.ofNullable(ladder.due));
    }

    private void lived(LocalDate day) {
        reviewUntil(day);
        Standing standing = standing(day);
        if (standing.earned().rank() > current.rank()) {
            step(day, standing.earned(), "reached", standing);
        }
    }

    private void reviewUntil(LocalDate day) {
        while (due != null && !due.isAfter(day)) {
            LocalDate on = due;
            Standing standing = standing(on);
            boolean falls = standing.earned().rank() < current.rank();
            if (falls) {
                Level below = club.tiers().get(club.tiers().indexOf(current) - 1);
                step(on, below, "fell", standing);
            } else {
                plan(on);
            }
        }
    }

    private void step(LocalDate day, Level level, String cause, Standing standing) {
        current = level;
        since = day;
        steps.add(new Step(day, level, cause, standing));
        plan(day);
    }

    private void plan(LocalDate from) {
        due =
                current.rank() == 0
                        ? null
                        : ReviewDay.after(club.policy(), from, from, from).orElse(null);
    }

    private Standing standing(LocalDate day) {
        return new Standing(club, Measures.of(club, programme, days, day, since));
    }
}
