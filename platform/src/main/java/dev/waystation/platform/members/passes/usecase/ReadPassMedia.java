package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.vault.KeyRing;
import dev.waystation.platform.foundation.vault.SigningKeys;
import dev.waystation.platform.members.passes.PassMedia;
import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassToken;
import dev.waystation.platform.members.passes.store.PassStore;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Reads a pass's code at a desk: whose it is, also when it opens no gate any more. */
@Component
class ReadPassMedia implements PassMedia {

    private final PassStore passes;
    private final KeyRing keys;

    ReadPassMedia(PassStore passes, SigningKeys keys) {
        this.passes = passes;
        this.keys = keys.ring(PassToken.KEYS);
    }

    @Override
    public OptionalLong holder(String code) {
        return PassToken.read(code, keys.signing().publicKey())
                .flatMap(token -> passes.find(token.passId()))
                .map(Pass::memberId)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}
