package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.model.HouseholdRules;
import dev.waystation.platform.members.membership.model.Invitation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Families as JSON; names come masked, families know each other. */
@Component
class HouseholdJson {

    static final String PREFIX = "hsh";

    /** One of the family; {@code mine} is whether the asker answers for them. */
    record KinView(
            String memberId,
            String name,
            String role,
            @Nullable String guardianId,
            int sharePercent,
            @Nullable Long monthlyLimit,
            LocalDate activeOn,
            boolean mine) {}

    /** An invitation that waits; a minor's waits for a guardian. */
    record InvitationView(
            UUID id, String memberId, String name, boolean minor, Instant expiresAt) {}

    record HouseholdView(
            String id,
            String ownerId,
            String drawOrder,
            boolean ownerOnly,
            @Nullable String frozenFor,
            List<KinView> kin) {}

    /** The member's family, if any, and what waits for an answer. */
    record MyHouseholdView(
            String memberId, @Nullable HouseholdView household, List<InvitationView> waiting) {}

    private final Members members;
    private final Clock clock;

    HouseholdJson(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    HouseholdView of(Household household, long asker) {
        return new HouseholdView(
                PublicId.encode(PREFIX, household.id()),
                PublicId.encode("mbr", household.ownerId()),
                code(household.drawOrder()),
                household.ownerOnly(),
                household.frozenFor(),
                household.kin().stream().map(each -> kin(each, asker)).toList());
    }

    InvitationView of(Invitation each) {
        LocalDate today = LocalDate.now(clock);
        MemberCard card = members.card(each.memberId()).orElse(null);
        return new InvitationView(
                each.id(),
                PublicId.encode("mbr", each.memberId()),
                card == null ? "" : card.maskedName(),
                card != null && card.ageOn(today) < HouseholdRules.ADULT_FROM,
                each.expiresAt());
    }

    private KinView kin(Household.Kin each, long asker) {
        Long guardian = each.guardianId();
        return new KinView(
                PublicId.encode("mbr", each.memberId()),
                members.card(each.memberId()).map(MemberCard::maskedName).orElse(""),
                code(each.role()),
                guardian == null ? null : PublicId.encode("mbr", guardian),
                each.sharePercent(),
                each.monthlyLimit(),
                each.activeOn(),
                each.answersTo(asker));
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
