package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Why a member carries a tag or is in a segment. A change keeps its reasons; a recount of all
 * members keeps none, so the rule is asked again for the one member somebody looks at.
 */
@Component
class AskRules {

    private final ReadConditions rules;
    private final CurrentVocabulary vocabulary;
    private final LoadMembers members;

    AskRules(ReadConditions rules, CurrentVocabulary vocabulary, LoadMembers members) {
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.members = members;
    }

    /** Tells for one member, who is read once however much is asked, and only when a rule is. */
    final class Teller {

        private final long memberId;
        private boolean read;
        private @Nullable MemberView known;

        private Teller(long memberId) {
            this.memberId = memberId;
        }

        boolean unknown() {
            return member().isEmpty();
        }

        private Optional<MemberView> member() {
            if (!read) {
                known = members.find(memberId).orElse(null);
                read = true;
            }
            return Optional.ofNullable(known);
        }

        /** How the rule reads the member today. */
        Explanation now(Map<String, Object> condition) {
            return Told.explain(
                    rules.stored(condition), member().orElseThrow(), vocabulary.attributes());
        }

        /** What was kept, or what the rule says now where nothing was. */
        Explanation tell(Explanation kept, @Nullable Map<String, Object> condition) {
            if (!kept.equals(Told.SET_IN_BULK) || condition == null || unknown()) {
                return kept;
            }
            Explanation now = now(condition);
            Said since = kept.sentence();
            return new Explanation(
                    new Said(
                            since.zh() + "现在" + now.sentence().zh(),
                            since.en() + " Now: " + now.sentence().en()),
                    now.reasons());
        }
    }

    Teller of(long memberId) {
        return new Teller(memberId);
    }
}
