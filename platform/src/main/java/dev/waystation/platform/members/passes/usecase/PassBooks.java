package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.Unused;
import dev.waystation.platform.members.passes.store.PassProductStore;
import dev.waystation.platform.members.passes.store.PassStore;
import dev.waystation.platform.members.passes.store.PauseStore;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Products, passes and pauses as use cases need them together. */
@Component
class PassBooks {

    private final PassProductStore products;
    private final PassStore passes;
    private final PauseStore pauses;

    PassBooks(PassProductStore products, PassStore passes, PauseStore pauses) {
        this.products = products;
        this.passes = passes;
        this.pauses = pauses;
    }

    PassStore passes() {
        return passes;
    }

    PauseStore pauses() {
        return pauses;
    }

    Optional<PassProduct> product(long id) {
        return products.find(id);
    }

    PassProduct productOf(Pass pass) {
        return products.find(pass.productId()).orElseThrow();
    }

    /** A pass of this member, its row locked. */
    Optional<Pass> own(long memberId, long passId) {
        return passes.locked(passId).filter(pass -> pass.memberId() == memberId);
    }

    Unused unused(Pass pass, LocalDate today) {
        return Unused.of(pass, productOf(pass).term().months(), pauses.of(pass.id()), today);
    }

    /** For references that must be the same whenever they are made again. */
    static UUID part(Object of, String what) {
        return UUID.nameUUIDFromBytes(("pass " + of + " " + what).getBytes(StandardCharsets.UTF_8));
    }
}
