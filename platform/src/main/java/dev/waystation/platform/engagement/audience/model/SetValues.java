package dev.waystation.platform.engagement.audience.model;

import dev.waystation.audience.MemberValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A member as the sets in memory keep one. */
final class SetValues {

    private SetValues() {}

    /**
     * The member's values.
     *
     * @param days stored days by attribute, counted from 1970
     */
    static MemberValues of(MemberView member, Map<String, Long> days) {
        Traits traits = member.traits();
        Totals totals = member.totals();
        Map<String, Long> wholes = new HashMap<>(days);
        wholes.put("points", traits.points());
        wholes.put("trips12m", totals.trips12m());
        wholes.put("spend12mMinor", totals.spend12mMinor());
        wholes.put("visits12m", totals.visits12m());
        Map<String, Map<Long, Integer>> done = new HashMap<>();
        for (Deed deed : member.deeds()) {
            long day = deed.day().toEpochDay();
            deed.names()
                    .forEach(name ->
                            done.computeIfAbsent(name, _ -> new HashMap<>())
                                    .merge(day, 1, Integer::sum));
        }
        Map<String, Boolean> flags = new HashMap<>();
        flags.put("verifiedStudent", totals.student());
        flags.put("senior", totals.senior());
        Map<String, List<String>> texts = new HashMap<>();
        texts.put("gender", List.of(traits.gender()));
        texts.put("city", listOf(traits.city()));
        texts.put("tier", listOf(traits.tier()));
        texts.put("tags", member.tags());
        texts.put("segments", member.segments());
        texts.put("consents", traits.consents());
        texts.put(Vocabulary.REFUSED, traits.refused());
        texts.put(Vocabulary.REACHABLE, traits.reachable());
        Stream.of(traits.extras(), member.derived().values())
                .forEach(extras ->
                        extras.forEach((name, value) -> {
                            switch (value) {
                                case Long whole -> wholes.put(name, whole);
                                case Boolean flag -> flags.put(name, flag);
                                case List<?> many ->
                                        texts.put(
                                                name, many.stream().map(Object::toString).toList());
                                default -> texts.put(name, List.of(value.toString()));
                            }
                        }));
        List<MemberValues.Done> details =
                member.deeds().stream()
                        .map(deed ->
                                new MemberValues.Done(
                                        deed.event(), deed.day().toEpochDay(), deed::property))
                        .toList();
        return new MemberValues(traits.memberId(), wholes, flags, texts, done, details);
    }

    private static List<String> listOf(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
