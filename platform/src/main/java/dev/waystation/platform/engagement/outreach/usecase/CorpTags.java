package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.outreach.model.CorpTag;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How WeCom writes its corporate tags. */
final class CorpTags {

    private CorpTags() {}

    /** All tags of an answer to {@code get_corp_tag_list}; those being deleted are left out. */
    static List<CorpTag> read(JsonNode said) {
        List<CorpTag> found = new ArrayList<>();
        for (JsonNode group : said.path("tag_group")) {
            for (JsonNode tag : group.path("tag")) {
                if (!tag.path("deleted").asBoolean(false)) {
                    found.add(
                            new CorpTag(
                                    tag.path("id").asString(""),
                                    tag.path("name").asString(""),
                                    group.path("group_name").asString("")));
                }
            }
        }
        return found;
    }
}
