package dev.waystation.platform.foundation.facts;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.modulith.ApplicationModule;
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

    /**
     * The facts a module may hear: those of the modules it names as {@code x :: facts} where it
     * declares its arrows. A reader that goes by name asks here, so that no arrow is hidden.
     *
     * @param door any type of the module's root package
     */
    public Map<String, Class<? extends Fact>> heardBy(Class<?> door) {
        ApplicationModule module = door.getPackage().getAnnotation(ApplicationModule.class);
        if (module == null) {
            throw new IllegalStateException(door + " is not in the root package of a module");
        }
        var heard = new TreeMap<>(byName);
        heard.keySet()
                .removeIf(name -> {
                    String source = name.substring(0, name.indexOf('.')) + " :: facts";
                    return !Arrays.asList(module.allowedDependencies()).contains(source);
                });
        return Map.copyOf(heard);
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
