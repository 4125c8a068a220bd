package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberSection;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.store.ConsentStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Everything the operator knows about one member, each part from the module that owns it. */
@Service
public class ShowMember {

    /** The member's page. */
    public record View(MemberCard card, List<Consent> consents, Map<String, Object> sections) {}

    private final Members members;
    private final ConsentStore consents;
    private final ObjectProvider<MemberSection> sections;

    ShowMember(Members members, ConsentStore consents, ObjectProvider<MemberSection> sections) {
        this.members = members;
        this.consents = consents;
        this.sections = sections;
    }

    public Optional<View> handle(long memberId) {
        return members.card(memberId).map(card -> view(memberId, card));
    }

    private View view(long memberId, MemberCard card) {
        Map<String, Object> parts = new LinkedHashMap<>();
        sections.orderedStream().forEach(each -> parts.put(each.name(), each.of(memberId)));
        return new View(card, consents.current(memberId), parts);
    }

    public List<Consent> consents(long memberId) {
        return consents.current(memberId);
    }
}
