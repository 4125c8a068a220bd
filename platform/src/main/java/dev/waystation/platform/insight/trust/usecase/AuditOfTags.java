package dev.waystation.platform.insight.trust.usecase;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people did with tags, in words. */
final class AuditOfTags {

    private AuditOfTags() {}

    static Said action(String action, Map<String, Object> values) {
        if (action.equals("TagRuleSet")) {
            return new Said("设定标签规则", "Set the rule of a tag");
        }
        return Boolean.TRUE.equals(values.get("adds"))
                ? new Said("给会员加标签", "Tagged members")
                : new Said("去掉会员的标签", "Took a tag from members");
    }

    /** The tag with its version or how many members, and what for. */
    static Said detail(Map<String, Object> values) {
        Object version = values.get("version");
        String many = version == null ? " × " + values.get("members") : " v" + version;
        return Said.same(
                Stream.of(values.get("tag") + many, values.get("reason"))
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" · ")));
    }
}
