package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups in which tags are shown. */
@Service
public class KeepTagGroups {

    private final TagStore tags;

    KeepTagGroups(TagStore tags) {
        this.tags = tags;
    }

    /** Every group by its code. */
    public Map<String, Said> all() {
        Map<String, Said> groups = new TreeMap<>();
        tags.groups().forEach(group -> groups.put(group.code(), group.label()));
        return groups;
    }

    /** Whether it is new, code and name. */
    @Transactional
    public boolean add(String code, Said name) {
        Malformed.require(
                code.matches("[a-z_]{2,30}"),
                "code",
                code,
                "use 2 to 30 small letters and underscores");
        Malformed.require(
                !name.zh().isBlank() && !name.en().isBlank(),
                "name",
                name,
                "name it in Chinese and in English");
        return tags.addGroup(new TagChoice(code, name));
    }
}
