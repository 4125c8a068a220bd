package dev.waystation.platform.members.presets.model;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.RuleLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changes in one subject, in plain words.
 *
 * @param same the rules that stay as they are
 * @param effects what the change would cost or move
 */
public record PartDiff(
        String code, Said name, List<Change> changes, List<RuleLine> same, List<Said> effects) {

    /** A rule before and after; null before for a new one, null after for one that ends. */
    public record Change(String key, Said label, @Nullable Said was, @Nullable Said will) {}

    /**
     * @param equal whether the values are the same in every detail, also those without words
     */
    public static PartDiff between(
            String code,
            Said name,
            List<RuleLine> now,
            List<RuleLine> wanted,
            boolean equal,
            List<Said> effects) {
        Map<String, RuleLine> before = new LinkedHashMap<>();
        now.forEach(each -> before.put(each.key(), each));
        List<Change> changes = new ArrayList<>();
        List<RuleLine> same = new ArrayList<>();
        for (RuleLine line : wanted) {
            RuleLine was = before.remove(line.key());
            if (was != null && was.value().equals(line.value())) {
                same.add(line);
            } else {
                changes.add(
                        new Change(
                                line.key(),
                                line.label(),
                                was == null ? null : was.value(),
                                line.value()));
            }
        }
        before.values()
                .forEach(each ->
                        changes.add(new Change(each.key(), each.label(), each.value(), null)));
        if (changes.isEmpty() && !equal) {
            changes.add(
                    new Change(
                            "details",
                            new Said("细节", "details"),
                            new Said("现行", "as it is"),
                            new Said("方案的写法", "as the programme has it")));
        }
        return new PartDiff(
                code, name, List.copyOf(changes), List.copyOf(same), List.copyOf(effects));
    }

    public boolean changesSomething() {
        return !changes.isEmpty();
    }
}
