package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.vault.KeyRing;
import dev.waystation.platform.foundation.vault.SigningKeys;
import dev.waystation.platform.members.passes.PassRefusal;
import dev.waystation.platform.members.passes.model.ClosureTold;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.PassToken;
import dev.waystation.platform.members.passes.store.PassProductStore;
import dev.waystation.platform.members.passes.store.PauseStore;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products and sites, for screens and devices. */
@Service
public class PassProducts {

    private final PassProductStore products;
    private final PauseStore pauses;
    private final KeyRing keys;
    private final Clock clock;

    PassProducts(PassProductStore products, PauseStore pauses, SigningKeys keys, Clock clock) {
        this.products = products;
        this.pauses = pauses;
        this.keys = keys.ring(PassToken.KEYS);
        this.clock = clock;
    }

    /** The answer. */
    public sealed interface Outcome {
        record Added(PassProduct product) implements Outcome {}

        record Refused(PassRefusal code) implements Outcome {}
    }

    public List<PassProduct> all() {
        return products.all();
    }

    public Map<String, Said> sites() {
        return products.sites();
    }

    public List<ClosureTold> closures() {
        return pauses.closures();
    }

    @Transactional
    public Outcome add(PassProduct product) {
        if (!products.sites().keySet().containsAll(product.entry().sites())) {
            return new Outcome.Refused(PassRefusal.PASS_SITE_UNKNOWN);
        }
        return products.add(product, clock.instant())
                .flatMap(products::find)
                .<Outcome>map(Outcome.Added::new)
                .orElseGet(() -> new Outcome.Refused(PassRefusal.PASS_CODE_EXISTS_ALREADY));
    }

    /** With it a device tells our tokens from forgeries without a network. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.signing().publicKey().getEncoded());
    }
}
