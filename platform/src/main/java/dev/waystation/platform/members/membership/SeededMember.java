package dev.waystation.platform.members.membership;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the rest of the demo world needs of an invented member.
 *
 * @param mail whether the member gave a mail address
 */
public record SeededMember(
        long memberId,
        int ordinal,
        LocalDate birthDate,
        String gender,
        String cityCode,
        Instant joinedAt,
        boolean student,
        boolean smsMarketing,
        boolean wechatMarketing,
        boolean mail) {}
