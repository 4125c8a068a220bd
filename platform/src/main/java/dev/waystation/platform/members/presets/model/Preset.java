package dev.waystation.platform.members.presets.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A ready-made programme as its file says it.
 *
 * @param tagline for whom it is, in one sentence
 * @param points what a member would tell a friend about it
 * @param rules a value per subject; a text names the file that holds the value
 */
public record Preset(
        String code, Said name, Said tagline, List<Said> points, Map<String, JsonNode> rules) {}
