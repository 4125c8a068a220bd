package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.benefits.model.CodePattern;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** The keyed digest under which a code is stored: a stolen table tells no code. */
@Component
class CodeDigest {

    private static final int BYTES = 16;

    private final Vault vault;

    CodeDigest(Vault vault) {
        this.vault = vault;
    }

    byte[] of(String typed) {
        return Arrays.copyOf(
                vault.blindIndex("benefits code", CodePattern.normalise(typed)), BYTES);
    }

    /** For counting somebody's attempts without keeping their address. */
    byte[] who(String key) {
        return Arrays.copyOf(vault.blindIndex("benefits attempt", key), BYTES);
    }
}
