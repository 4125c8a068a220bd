package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords slowly, and as slowly when there is no account. */
@Component
class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST_BYTES = 72; // bcrypt ignores what follows

    private final BCryptPasswordEncoder encoder;
    private final String nobodysHash;

    Passwords(@Value("${waystation.password-strength:11}") int strength) {
        this.encoder = new BCryptPasswordEncoder(strength);
        this.nobodysHash = encode(Secrets.token());
    }

    String hash(String password) {
        Malformed.require(
                password.length() >= SHORTEST
                        && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES,
                "password",
                "…",
                "choose 10 to 72 characters");
        return encode(password);
    }

    boolean matches(String password, String hash) {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES
                && encoder.matches(password, hash);
    }

    /** Takes the time of a check, so that the clock does not tell which logins exist. */
    void matchNobody(String password) {
        boolean never = matches(password, nobodysHash);
        assert !never;
    }

    private String encode(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("bcrypt gave no hash");
        }
        return hash;
    }
}
