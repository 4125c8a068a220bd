package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.benefits.model.CodeBatch;
import dev.waystation.platform.members.benefits.model.CodeMint;
import dev.waystation.platform.members.benefits.store.CouponCodeStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The secret of a batch: drawn, sealed, and opened to make its codes. */
@Component
class BatchTools {

    private static final String PURPOSE = "coupon codes";
    private static final int SEED_BYTES = 32;
    private static final int TAIL = 4;

    private final Vault vault;
    private final CodeDigest digest;
    private final SecureRandom random = new SecureRandom();

    BatchTools(Vault vault, CodeDigest digest) {
        this.vault = vault;
        this.digest = digest;
    }

    byte[] freshSeed() {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return vault.sealOwn(PURPOSE, seed);
    }

    CodeMint mint(CodeBatch batch) {
        byte[] sealed =
                Objects.requireNonNull(
                        batch.sealedSeed(), "the seed of a batch outlives its making");
        return new CodeMint(vault.openOwn(PURPOSE, sealed), batch.pattern());
    }

    CouponCodeStore.Fresh fresh(String code) {
        return new CouponCodeStore.Fresh(
                HexFormat.of().formatHex(digest.of(code)), code.substring(code.length() - TAIL));
    }
}
