package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.store.TagGroupRows;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups in which tags are shown. */
@Service
public class KeepTagGroups {

    private final TagGroupRows rows;

    KeepTagGroups(TagGroupRows rows) {
        this.rows = rows;
    }

    /** Every group by its code. */
    public Map<String, Said> all() {
        Map<String, Said> groups = new TreeMap<>();
        rows.all().forEach(group -> groups.put(group.code(), group.label()));
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
        return rows.add(new TagChoice(code, name));
    }
}
