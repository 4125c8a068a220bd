package dev.waystation.platform.engagement.webhooks.usecase;

import dev.waystation.platform.engagement.webhooks.Calls;
import dev.waystation.platform.engagement.webhooks.WebhookRefusal;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The facts others may hear of: those of the modules named where this one declares its arrows. */
@Component
public class ToldFacts {

    private final Map<String, Class<? extends Fact>> byName;

    ToldFacts(FactTypes facts) {
        this.byName = facts.heardBy(WebhookRefusal.class);
    }

    /** All that an endpoint may ask to be told, and being asked itself. */
    public Set<String> types() {
        Set<String> all = new TreeSet<>(byName.keySet());
        all.add(Calls.TYPE);
        return all;
    }

    public Set<Class<? extends Fact>> classes() {
        return Set.copyOf(byName.values());
    }

    public Map<Class<?>, String> names() {
        Map<Class<?>, String> names = new HashMap<>();
        byName.forEach((name, type) -> names.put(type, name));
        return names;
    }
}
