package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.model.RunView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest committed picture of every loaded run, for readers on any thread. */
@Component
class RunViews {

    private final Map<RunId, RunView> views = new ConcurrentHashMap<>();

    void publish(RunView view) {
        views.put(view.layout().run(), view);
    }

    void forget(RunId run) {
        views.remove(run);
    }

    /** Runs in memory that have left everywhere since. */
    List<RunView> departedBefore(Instant moment) {
        return views.values().stream()
                .filter(view -> view.layout().lastDeparture().isBefore(moment))
                .toList();
    }

    int size() {
        return views.size();
    }

    @Nullable RunView find(RunId run) {
        return views.get(run);
    }
}
