package dev.waystation.platform.members.games.usecase;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.games.model.SpinSeed;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Draws the secret of a wheel, seals it, opens it. */
@Component
class DrawSeeds {

    private static final String PURPOSE = "draw seed";
    private static final int BYTES = 32;

    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    DrawSeeds(Vault vault) {
        this.vault = vault;
    }

    SpinSeed fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SpinSeed(bytes);
    }

    byte[] sealed(SpinSeed seed) {
        return vault.sealOwn(PURPOSE, seed.bytes());
    }

    SpinSeed open(byte[] sealed) {
        return new SpinSeed(vault.openOwn(PURPOSE, sealed));
    }
}
