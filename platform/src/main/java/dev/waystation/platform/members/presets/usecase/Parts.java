package dev.waystation.platform.members.presets.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.RuleSet;
import dev.waystation.platform.members.presets.model.PartDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All subjects that offer their rules, by code; values go in and out as JSON. */
@Component
class Parts {

    private final Map<String, RuleSet<?>> known;
    private final JsonMapper json;

    Parts(List<RuleSet<?>> offered, JsonMapper json) {
        this.known = offered.stream().collect(Collectors.toMap(RuleSet::code, Function.identity()));
        this.json = json;
    }

    /** What stands there now, of these subjects. */
    Map<String, JsonNode> now(Iterable<String> codes) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        codes.forEach(each -> values.put(each, json.valueToTree(part(each).now())));
        return values;
    }

    /**
     * @param counted whether to count what the change would cost, which reads a lot
     */
    PartDiff diff(String code, JsonNode wanted, boolean counted) {
        return diff(part(code), wanted, counted);
    }

    Said name(String code) {
        return part(code).name();
    }

    /** Whether exactly this stands there now. */
    boolean holds(String code, JsonNode value) {
        RuleSet<?> part = part(code);
        return part.now().equals(read(part, value));
    }

    void put(String code, JsonNode wanted, String by) {
        put(part(code), wanted, by);
    }

    private <T> PartDiff diff(RuleSet<T> part, JsonNode value, boolean counted) {
        T now = part.now();
        T wanted = read(part, value);
        boolean equal = now.equals(wanted);
        return PartDiff.between(
                part.code(),
                part.name(),
                part.lines(now),
                part.lines(wanted),
                equal,
                equal || !counted ? List.of() : part.effects(now, wanted));
    }

    private <T> void put(RuleSet<T> part, JsonNode wanted, String by) {
        part.put(read(part, wanted), by);
    }

    private <T> T read(RuleSet<T> part, JsonNode value) {
        try {
            return json.treeToValue(value, part.shape());
        } catch (JacksonException e) {
            throw new Malformed(part.code(), value, "give a value of the subject's own shape");
        }
    }

    private RuleSet<?> part(String code) {
        RuleSet<?> found = known.get(code);
        if (found == null) {
            throw new Malformed(
                    "parts", code, "give one of " + known.keySet().stream().sorted().toList());
        }
        return found;
    }
}
