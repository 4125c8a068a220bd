package dev.waystation.platform.members.membership;

import java.time.Instant;
import java.time.LocalDate;

/** What a read model may know of a member: no name, no phone, no document. */
public record MemberProfile(
        long memberId,
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
