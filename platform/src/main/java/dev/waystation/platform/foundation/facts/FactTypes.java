package dev.waystation.platform.foundation.facts;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The name of each fact type in the log: {@code <module>.<RecordName>}. */
@Component
public class FactTypes {

    private static final String ROOT = "dev.waystation.platform";

    private final Map<String, Class<? extends Fact>> byName = new TreeMap<>();
    private final JsonMapper json;

    FactTypes(JsonMapper json) {
        this.json = json;
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Fact.class));
        for (BeanDefinition found : scanner.findCandidateComponents(ROOT)) {
            register(String.valueOf(found.getBeanClassName()));
        }
    }

    /** All known facts by name. */
    public Map<String, Class<? extends Fact>> all() {
        return Map.copyOf(byName);
    }

    static String name(Class<? extends Fact> type) {
        String place = type.getPackageName();
        if (place.endsWith(".facts")) {
            place = place.substring(0, place.length() - ".facts".length());
        }
        return place.substring(place.lastIndexOf('.') + 1) + "." + type.getSimpleName();
    }

    String write(Fact fact) {
        return json.writeValueAsString(fact);
    }

    Fact read(String name, String body) {
        Class<? extends Fact> type = byName.get(name);
        if (type == null) {
            throw new IllegalStateException("The log holds the unknown fact type " + name);
        }
        return json.readValue(body, type);
    }

    private void register(String className) {
        try {
            Class<? extends Fact> type =
                    Class.forName(className, false, Fact.class.getClassLoader())
                            .asSubclass(Fact.class);
            Class<? extends Fact> before = byName.put(name(type), type);
            if (before != null) {
                throw new IllegalStateException(
                        before + " and " + type + " share one name in the fact log");
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Fact " + className + " vanished", e);
        }
    }
}
