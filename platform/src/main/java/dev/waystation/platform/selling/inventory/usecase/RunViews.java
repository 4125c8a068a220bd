package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.model.RunView;
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

    @Nullable RunView find(RunId run) {
        return views.get(run);
    }
}
