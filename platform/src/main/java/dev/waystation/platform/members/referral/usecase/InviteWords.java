package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.edge.Phrases;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts decisions about invitations into words and keeps them. */
@Component
class InviteWords {

    /** Nobody's: only staff read what is kept under it. */
    static final long STAFF_ONLY = 0;

    private final Phrases phrases;
    private final Explanations explanations;
    private final Members members;

    InviteWords(Phrases phrases, Explanations explanations, Members members) {
        this.phrases = phrases;
        this.explanations = explanations;
        this.members = members;
    }

    Said say(String code, Map<String, ?> values) {
        return phrases.say(code, values);
    }

    Reason reason(String code, boolean held, Map<String, ?> values) {
        return new Reason(code, held, phrases.say(code, values), new HashMap<>(values));
    }

    /** Keeps the sentence with its reasons for a member, and says under which id. */
    String keep(long memberId, String code, Map<String, ?> values, List<Reason> reasons) {
        return explanations.keep(memberId, new Explanation(phrases.say(code, values), reasons));
    }

    /** How one member appears to another. */
    String masked(long memberId) {
        return members.card(memberId).map(MemberCard::maskedName).orElse("***");
    }
}
