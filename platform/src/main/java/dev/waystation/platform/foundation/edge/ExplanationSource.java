package dev.waystation.platform.foundation.edge;

import java.util.Optional;

/** Reasons that stand with what they explain, and so are not kept a second time. */
public interface ExplanationSource {

    /** What its ids begin with. */
    String prefix();

    Optional<Explanations.Owned> find(String id);
}
