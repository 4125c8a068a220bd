package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Studies;
import dev.waystation.platform.members.membership.TravellerIdentity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What members look like over HTTP. */
final class MemberJson {

    /** A document in its masked form. */
    record DocumentView(String type, String number) {}

    /**
     * A member in a list and at the head of the member's page.
     *
     * @param matched by what a search found the member, null where nobody searched for a name
     */
    record CardView(
            String id,
            String name,
            String phone,
            DocumentView document,
            int age,
            LocalDate birthDate,
            String gender,
            String city,
            Instant joinedAt,
            List<String> groups,
            @Nullable Said matched) {

        CardView matchedBy(Said why) {
            return new CardView(
                    id, name, phone, document, age, birthDate, gender, city, joinedAt, groups, why);
        }
    }

    /** A traveller, masked. */
    record TravellerView(
            String id,
            boolean self,
            String name,
            DocumentView document,
            LocalDate birthDate,
            String group,
            List<String> groups,
            boolean birthDateProved,
            @Nullable LocalDate studentUntil,
            @Nullable Studies studies) {}

    private MemberJson() {}

    static CardView of(MemberCard card, LocalDate today) {
        int age = card.ageOn(today);
        List<String> groups = new ArrayList<>();
        if (card.verifiedStudent()) {
            groups.add("student");
        }
        if (age >= 60) {
            groups.add("senior");
        }
        return new CardView(
                PublicId.encode("mbr", card.memberId()),
                card.maskedName(),
                card.maskedPhone(),
                new DocumentView(card.documentType(), card.maskedDocument()),
                age,
                card.birthDate(),
                card.gender(),
                card.cityCode(),
                card.joinedAt(),
                groups,
                null);
    }

    static TravellerView of(TravellerIdentity traveller, LocalDate today) {
        List<String> groups = new ArrayList<>();
        if (traveller.studentOn(today)) {
            groups.add("student");
        }
        if (traveller.seniorOn(today)) {
            groups.add("senior");
        }
        return new TravellerView(
                PublicId.encode("trv", traveller.travellerId()),
                traveller.self(),
                traveller.maskedName(),
                new DocumentView(traveller.documentType(), traveller.maskedDocument()),
                traveller.birthDate(),
                traveller.passengerGroup(today),
                groups,
                traveller.birthDateProved(),
                traveller.studentUntil(),
                traveller.studies());
    }
}
