package dev.waystation.platform.engagement.journey.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the steps need that do something for a member: attribute {@code tag} with {@code value}, or
 * with {@code from}, a value he brought along; tier {@code club, tier, days}; task {@code title,
 * detail, team, dueDays}.
 */
public final class Deeds {

    public static final String TAG = "tag";
    public static final String ATTRIBUTE = "attribute";
    public static final String TIER = "tier";
    public static final String TASK = "task";

    /** Longer than this nobody is given a tier, or a task is left to lie. */
    public static final long LONGEST_DAYS = 3_650;

    private static final Map<String, List<String>> TEXTS =
            Map.of(
                    ATTRIBUTE, List.of("tag", "value", "from"),
                    TIER, List.of("club", "tier"),
                    TASK, List.of("title", "detail", "team"));

    private static final Map<String, String> DAYS = Map.of(TIER, "days", TASK, "dueDays");

    private Deeds() {}

    static Map<String, String> read(Settings settings) {
        String kind = settings.node().kind();
        Map<String, String> with = new HashMap<>();
        TEXTS.getOrDefault(kind, List.of())
                .forEach(name -> with.put(name, settings.text(name, "").strip()));
        String days = DAYS.get(kind);
        if (days != null) {
            with.put(days, Long.toString(settings.whole(days, 0)));
        }
        return with;
    }
}
