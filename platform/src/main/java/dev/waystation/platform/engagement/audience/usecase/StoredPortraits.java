package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Subject;
import dev.waystation.platform.engagement.audience.Portraits;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Members read from the tables when somebody asks. */
@Service
class StoredPortraits implements Portraits {

    private final CurrentVocabulary vocabulary;
    private final LoadMembers members;

    StoredPortraits(CurrentVocabulary vocabulary, LoadMembers members) {
        this.vocabulary = vocabulary;
        this.members = members;
    }

    @Override
    public Attributes catalogue() {
        return vocabulary.attributes();
    }

    @Override
    public Optional<Subject> of(long memberId) {
        return Optional.ofNullable(of(List.of(memberId)).get(memberId));
    }

    @Override
    public Map<Long, Subject> of(Collection<Long> memberIds) {
        Attributes words = catalogue();
        return members.find(memberIds).stream()
                .collect(
                        Collectors.toMap(
                                member -> member.traits().memberId(), member -> member.row(words)));
    }
}
