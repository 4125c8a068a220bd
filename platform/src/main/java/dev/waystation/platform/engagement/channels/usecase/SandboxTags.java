package dev.waystation.platform.engagement.channels.usecase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The tags of the sandbox company, and which customers carry them. */
final class SandboxTags {

    private final Map<String, String> names =
            new TreeMap<>(Map.of("tag-1", "亲子家庭", "tag-2", "商务常客"));
    private final Map<String, Set<String>> marks = new TreeMap<>();

    synchronized List<String> of(String customer) {
        return List.copyOf(marks.getOrDefault(customer, Set.of()));
    }

    synchronized Map<String, ?> answer(String name, JsonNode body) {
        switch (name) {
            case "add_corp_tag" ->
                    names.put("tag-" + (names.size() + 1), body.at("/tag/0/name").asString(""));
            case "edit_corp_tag" ->
                    names.replace(body.path("id").asString(""), body.path("name").asString(""));
            case "mark_tag" -> {
                Set<String> carried =
                        marks.computeIfAbsent(
                                body.path("external_userid").asString(""), _ -> new TreeSet<>());
                body.path("add_tag").forEach(each -> carried.add(each.asString("")));
                body.path("remove_tag").forEach(each -> carried.remove(each.asString("")));
            }
            default -> {
                // asked for the list only
            }
        }
        List<Map<String, String>> all =
                names.entrySet().stream()
                        .map(each -> Map.of("id", each.getKey(), "name", each.getValue()))
                        .toList();
        return Map.of("tag_group", List.of(Map.of("group_name", "驿站", "tag", all)));
    }
}
