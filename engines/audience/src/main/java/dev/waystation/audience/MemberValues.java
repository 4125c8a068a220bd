package dev.waystation.audience;

import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that the sets know about one member; what is not in a map is absent.
 *
 * @param wholes stored numbers, days counted from 1970
 * @param deeds the days on which each event was done, and how often
 * @param details the single occurrences, for questions that no set answers
 */
public record MemberValues(
        long memberId,
        Map<String, Long> wholes,
        Map<String, Boolean> flags,
        Map<String, List<String>> texts,
        Map<String, Map<Long, Integer>> deeds,
        List<Done> details) {

    /** One occurrence of an event on a day, with its properties by name. */
    public record Done(String event, long day, Function<String, @Nullable Object> property) {}

    /** A member of whose occurrences nothing but the days is known. */
    public MemberValues(
            long memberId,
            Map<String, Long> wholes,
            Map<String, Boolean> flags,
            Map<String, List<String>> texts,
            Map<String, Map<Long, Integer>> deeds) {
        this(memberId, wholes, flags, texts, deeds, List.of());
    }

    /**
     * How many occurrences from the first to the last day, both included, meet the condition if
     * any.
     */
    long times(String event, @Nullable Condition where, long first, long last) {
        if (where == null) {
            return deeds.getOrDefault(event, Map.of()).entrySet().stream()
                    .filter(day -> day.getKey() >= first && day.getKey() <= last)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
        return details.stream()
                .filter(done -> done.event().equals(event) && done.day() >= first)
                .filter(done -> done.day() <= last)
                .filter(done -> Evaluator.declared().test(where, done.property()::apply))
                .count();
    }
}
