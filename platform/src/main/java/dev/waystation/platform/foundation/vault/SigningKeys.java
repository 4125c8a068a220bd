package dev.waystation.platform.foundation.vault;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Key pairs behind what a device must be able to check without a network: tickets, passes,
 * entitlements. Private halves are sealed at rest; public halves are what a gate needs.
 */
@Component
public class SigningKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int FIRST = 1;

    private static final String ADD =
            """
            insert into foundation.signing_key (purpose, number, public_key, private_key, made_at)
            values (:purpose, :number, :public, :private, :now)
            on conflict on constraint signing_key_pk do nothing
            """;

    private static final String ALL =
            """
            select number, public_key, private_key from foundation.signing_key
            where purpose = :purpose
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate own;
    private final Map<String, KeyRing> rings = new ConcurrentHashMap<>();

    SigningKeys(
            JdbcClient jdbc, Vault vault, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        // A key outlives the request that first needed it.
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The keys of a purpose; to be asked for in the constructor of whoever signs or checks. */
    public KeyRing ring(String purpose) {
        return rings.computeIfAbsent(
                purpose, _ -> new KeyRing(missing -> own.execute(_ -> orMade(purpose, missing))));
    }

    /** Early, so that no busy transaction ever has to wait for a second connection. */
    @EventListener(ApplicationStartedEvent.class)
    void makeFirstKeys() {
        rings.values().forEach(ring -> ring.load(KeyRing.Missing.IS_MADE));
    }

    private NavigableMap<Integer, SigningKey> orMade(String purpose, KeyRing.Missing missing) {
        NavigableMap<Integer, SigningKey> keys = stored(purpose);
        if (!keys.isEmpty() || missing == KeyRing.Missing.STAYS) {
            return keys;
        }
        make(purpose);
        // Read back: another platform may have been first, and only the stored key counts.
        return stored(purpose);
    }

    private NavigableMap<Integer, SigningKey> stored(String purpose) {
        NavigableMap<Integer, SigningKey> keys = new TreeMap<>();
        jdbc.sql(ALL)
                .param("purpose", purpose)
                .query((row, _) -> opened(purpose, row))
                .list()
                .forEach(key -> keys.put(key.number(), key));
        return keys;
    }

    private void make(String purpose) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            jdbc.sql(ADD)
                    .param("purpose", purpose)
                    .param("number", FIRST)
                    .param("public", pair.getPublic().getEncoded())
                    .param("private", vault.sealOwn(purpose, pair.getPrivate().getEncoded()))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no Ed25519", missing);
        }
    }

    private SigningKey opened(String purpose, ResultSet row) throws SQLException {
        int number = row.getInt("number");
        byte[] secret = vault.openOwn(purpose, Objects.requireNonNull(row.getBytes("private_key")));
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            return new SigningKey(
                    number,
                    factory.generatePublic(new X509EncodedKeySpec(row.getBytes("public_key"))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "key %d for %s cannot be read".formatted(number, purpose), broken);
        }
    }
}
