package dev.waystation.platform.engagement.audience.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;

/** A rule as it is stored: its key, its name and its condition in JSON form. */
public record Definition<K>(K key, Said name, Map<String, Object> condition) {}
