package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.TagChange;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.audience.model.Ladder;
import dev.waystation.platform.engagement.audience.model.TagKind;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tags as the tables keep them. */
@Service
class StoredTags implements Tags {

    private final TagStore tags;
    private final ChangeTags change;
    private final AskRules reasons;

    StoredTags(TagStore tags, ChangeTags change, AskRules reasons) {
        this.tags = tags;
        this.change = change;
        this.reasons = reasons;
    }

    @Override
    public List<MemberTag> ofMember(long memberId) {
        AskRules.Teller teller = reasons.of(memberId);
        List<MemberTag> carried = tags.ofMember(memberId);
        Map<String, Map<String, Object>> rules = new HashMap<>();
        Map<String, Ladder> rungs = new HashMap<>();
        for (TagStore.Tag tag : tags.find(carried.stream().map(MemberTag::code).toList())) {
            Map<String, Object> condition = tag.condition();
            if (condition != null) {
                rules.put(tag.code(), condition);
                rungs.put(tag.code(), Ladder.of(condition));
            }
        }
        return carried.stream()
                .map(tag ->
                        new MemberTag(
                                tag.code(),
                                tag.name(),
                                tag.addedAt(),
                                teller.tell(tag.why(), rules.get(tag.code())),
                                top(tag.code(), rungs),
                                tag.value()))
                .toList();
    }

    /** The highest rung above this one, so that a whole ladder folds under one tag. */
    private static @Nullable String top(String code, Map<String, Ladder> rungs) {
        Ladder own = rungs.get(code);
        if (own == null) {
            return null;
        }
        return rungs.entrySet().stream()
                .filter(each -> each.getValue().implies(own))
                .filter(each ->
                        rungs.values().stream().noneMatch(other -> other.implies(each.getValue())))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public Map<String, Said> names(Collection<String> codes) {
        return tags.find(codes).stream()
                .collect(Collectors.toMap(TagStore.Tag::code, TagStore.Tag::name));
    }

    @Override
    public boolean isSetByHand(String code) {
        return tags.find(code).filter(TagStore.Tag::isSetByHand).isPresent();
    }

    @Override
    public boolean takes(String code, @Nullable String value) {
        return tags.find(code)
                .filter(TagStore.Tag::isSetByHand)
                .filter(tag -> fits(tag, value))
                .isPresent();
    }

    private static boolean fits(TagStore.Tag tag, @Nullable String value) {
        try {
            tag.kind().parse(value, tag.values());
            return true;
        } catch (Malformed itDoesNot) {
            return false;
        }
    }

    @Override
    public List<Long> carriers(String code, long after, int limit) {
        return tags.carriers(code, after, limit);
    }

    @Override
    public Map<String, Said> flags() {
        return tags.all().stream()
                .filter(tag -> tag.kind() == TagKind.FLAG)
                .collect(Collectors.toMap(TagStore.Tag::code, TagStore.Tag::name));
    }

    @Override
    @Transactional
    public void change(List<TagChange> changes) {
        change.handle(changes);
    }
}
