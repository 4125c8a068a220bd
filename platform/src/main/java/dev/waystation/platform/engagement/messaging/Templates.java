package dev.waystation.platform.engagement.messaging;

import java.util.List;
import java.util.Optional;

/** The texts that may be sent. A message names the version it was written with. */
public interface Templates {

    boolean isPublished(String code);

    Optional<Template> latest(String code);

    /** The newest version of each. */
    List<Template> all();

    /** Publishes a new version, unless the newest says the same already; answers its number. */
    int publish(Template.Draft draft);
}
