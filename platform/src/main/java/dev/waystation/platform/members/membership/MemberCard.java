package dev.waystation.platform.members.membership;

import java.time.Instant;
import java.time.LocalDate;

/** A member as staff screens show it: everything that names a person is masked. */
public record MemberCard(
        long memberId,
        String maskedName,
        String maskedPhone,
        String documentType,
        String maskedDocument,
        LocalDate birthDate,
        String gender,
        String cityCode,
        Instant joinedAt,
        boolean verifiedStudent) {

    /** Whole years on that day; a birthday on 29 February counts from 1 March in common years. */
    public int ageOn(LocalDate day) {
        return Age.on(birthDate, day);
    }
}
