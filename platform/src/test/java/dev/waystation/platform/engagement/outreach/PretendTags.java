package dev.waystation.platform.engagement.outreach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Corporate tags of the pretended WeCom, and which customers carry them. */
final class PretendTags {

    /** Names by number. */
    final Map<String, String> names = new TreeMap<>();

    private final Map<String, Set<String>> marks = new TreeMap<>();
    private int numbers;

    boolean has(String customer, String tag) {
        return marks.getOrDefault(customer, Set.of()).contains(tag);
    }

    /** A member of staff marks a customer by hand. */
    void mark(String customer, String tag, boolean adds) {
        Set<String> carried = marks.computeIfAbsent(customer, _ -> new TreeSet<>());
        if (adds) {
            carried.add(tag);
        } else {
            carried.remove(tag);
        }
    }

    Object answer(String name, JsonNode body) {
        switch (name) {
            case "get_corp_tag_list" -> {
                List<Map<String, String>> all =
                        names.entrySet().stream()
                                .map(each -> Map.of("id", each.getKey(), "name", each.getValue()))
                                .toList();
                return Map.of(
                        "errcode", 0, "tag_group", List.of(Map.of("group_name", "驿站", "tag", all)));
            }
            case "add_corp_tag" ->
                    names.put(
                            "tag-" + ++numbers, body.path("tag").path(0).path("name").asString(""));
            case "edit_corp_tag" ->
                    names.put(body.path("id").asString(""), body.path("name").asString(""));
            default -> {
                String customer = body.path("external_userid").asString("");
                body.path("add_tag").forEach(each -> mark(customer, each.asString(""), true));
                body.path("remove_tag").forEach(each -> mark(customer, each.asString(""), false));
            }
        }
        return Map.of("errcode", 0);
    }

    /** A contact with the tags it carries. */
    Map<String, Object> marked(Map<String, Object> contact) {
        Map<String, Object> whole = new LinkedHashMap<>(contact);
        if (contact.get("external_contact") instanceof Map<?, ?> person
                && contact.get("follow_info") instanceof Map<?, ?> known) {
            Map<String, Object> follow = new LinkedHashMap<>();
            known.forEach((name, value) -> follow.put(String.valueOf(name), value));
            follow.put(
                    "tag_id",
                    marks.getOrDefault(String.valueOf(person.get("external_userid")), Set.of()));
            whole.put("follow_info", follow);
        }
        return whole;
    }
}
