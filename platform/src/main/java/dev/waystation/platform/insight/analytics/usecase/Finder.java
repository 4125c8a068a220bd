package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import java.util.List;

/** Looks through one kind of thing for what was typed into the search box. */
interface Finder {

    /** What this caller may see of it; nothing for half an id. */
    List<FindAnything.Found> find(String text, Caller caller);
}
