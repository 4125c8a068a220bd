package dev.waystation.platform.engagement.audience;

import java.util.List;

/** What a module knows of who uses which tag, so that unused ones can be cleared away. */
public interface TagUses {

    List<TagUse> uses();
}
