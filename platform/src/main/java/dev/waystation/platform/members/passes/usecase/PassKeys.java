package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.passes.store.UsageStore;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The key pair that signs passes, made when it is first needed. */
@Component
class PassKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final String PURPOSE = "pass tokens";

    private final UsageStore store;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate own;
    private volatile @Nullable KeyPair known;

    PassKeys(UsageStore store, Vault vault, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
        // A key outlives the request that first needed it.
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    KeyPair pair() {
        KeyPair pair = known;
        if (pair == null) {
            if (store.key().isEmpty()) {
                own.executeWithoutResult(_ -> store.addKey(made(), clock.instant()));
            }
            pair = opened(store.key().orElseThrow());
            known = pair;
        }
        return pair;
    }

    private UsageStore.StoredKey made() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new UsageStore.StoredKey(
                    pair.getPublic().getEncoded(),
                    vault.sealOwn(PURPOSE, pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no Ed25519", missing);
        }
    }

    private KeyPair opened(UsageStore.StoredKey key) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(key.publicKey())),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(vault.openOwn(PURPOSE, key.sealedPrivate()))));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the pass key cannot be read", broken);
        }
    }
}
