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
        boolean verifiedStudent) {}
