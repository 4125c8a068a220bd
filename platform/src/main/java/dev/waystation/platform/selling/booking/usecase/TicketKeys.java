package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.selling.booking.store.TicketKeyStore;
import dev.waystation.platform.selling.booking.store.TicketKeyStore.StoredKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key pairs behind ticket codes. Private halves are sealed at rest; public halves are what a
 * gate needs. The first start makes the first key.
 */
@Component
class TicketKeys implements ApplicationListener<ApplicationStartedEvent> {

    private static final String ALGORITHM = "Ed25519";

    /** Person numbers begin at 1; under 0 the vault keeps what belongs to the house. */
    private static final long HOUSE = 0;

    private static final int FIRST = 1;

    private final TicketKeyStore store;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private volatile Map<Integer, Pair> known = Map.of();

    TicketKeys(
            TicketKeyStore store,
            Vault vault,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
        // a key must outlive the transaction that first needed it
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Early, so that no busy transaction ever has to wait for a second connection. */
    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        load(true);
    }

    /** A key ready for use. */
    record Pair(int keyId, PublicKey publicKey, PrivateKey privateKey) {}

    Pair signing() {
        Map<Integer, Pair> keys = known;
        if (keys.isEmpty()) {
            keys = load(true);
        }
        return keys.values().stream().max(Comparator.comparingInt(Pair::keyId)).orElseThrow();
    }

    @Nullable PublicKey publicKey(int keyId) {
        Pair pair = known.get(keyId);
        if (pair == null) {
            pair = load(false).get(keyId);
        }
        return pair == null ? null : pair.publicKey();
    }

    private synchronized Map<Integer, Pair> load(boolean makeFirst) {
        List<StoredKey> stored = ownTransaction.execute(status -> stored(makeFirst));
        Map<Integer, Pair> keys = new TreeMap<>();
        for (StoredKey key : stored == null ? List.<StoredKey>of() : stored) {
            keys.put(key.keyId(), opened(key));
        }
        known = Map.copyOf(keys);
        return known;
    }

    private List<StoredKey> stored(boolean makeFirst) {
        List<StoredKey> keys = store.all();
        if (!keys.isEmpty() || !makeFirst) {
            return keys;
        }
        store.add(made(), clock.instant());
        return store.all();
    }

    private StoredKey made() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            return new StoredKey(FIRST, pair.getPublic().getEncoded(), vault.seal(HOUSE, secret));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no Ed25519", missing);
        }
    }

    private Pair opened(StoredKey key) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            byte[] secret = Base64.getDecoder().decode(vault.open(HOUSE, key.privateKey()));
            return new Pair(
                    key.keyId(),
                    factory.generatePublic(new X509EncodedKeySpec(key.publicKey())),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "ticket key %d cannot be read".formatted(key.keyId()), broken);
        }
    }
}
