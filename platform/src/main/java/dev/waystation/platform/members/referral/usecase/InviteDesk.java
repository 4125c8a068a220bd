package dev.waystation.platform.members.referral.usecase;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** What visitors of links are told and given. */
@Component
class InviteDesk {

    private static final int TOKEN_BYTES = 16;
    private static final String DIGITS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    private final InviteWords words;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    InviteDesk(InviteWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    String masked(long memberId) {
        return words.masked(memberId);
    }

    /** A token nobody can guess: whoever has it can claim to have been invited. */
    String freshVisitor() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Eight characters that cannot be mistaken for one another when read out. */
    String freshCode() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return code.toString();
    }
}
