package dev.waystation.platform.foundation.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Personal data at rest. Every person has a data key, wrapped by the master key; destroying it
 * makes all that was sealed for the person unreadable, in backups too.
 */
@Component
public class Vault {

    private static final int CACHED_KEYS = 20_000;

    private static final String FIND =
            """
            select wrapped from foundation.person_key where person_id = :person
            """;

    private static final String FIND_MANY =
            """
            select person_id, wrapped from foundation.person_key where person_id = any (:people)
            """;

    private static final String CREATE =
            """
            insert into foundation.person_key (person_id, wrapped)
            select * from unnest(:people, :wrapped)
            on conflict (person_id) do nothing
            """;

    private static final String ERASE =
            """
            delete from foundation.person_key where person_id = any (:people)
            """;

    private final JdbcClient jdbc;
    private final MasterKey master;
    private final SecretKey wrapping;
    private final SecureRandom random = new SecureRandom();
    private final Map<Long, SecretKey> cache = new RecentKeys();
    private final Map<String, byte[]> indexKeys = new ConcurrentHashMap<>();

    Vault(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
        this.wrapping = master.derive("wrap person keys", "AES");
    }

    /** Seals a text for a person; makes the person's key when there is none yet. */
    public byte[] seal(long personId, String plaintext) {
        SecretKey key =
                key(personId)
                        .orElseGet(() -> {
                            prepare(List.of(personId));
                            return key(personId).orElseThrow();
                        });
        return Sealing.seal(key, plaintext.getBytes(StandardCharsets.UTF_8), personId);
    }

    /** Opens what was sealed for the person; fails once the person was erased. */
    public String open(long personId, byte[] sealed) {
        SecretKey key =
                key(personId)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "Person %d has no key. Maybe they were erased"
                                                .formatted(personId)));
        return new String(Sealing.open(key, sealed, personId), StandardCharsets.UTF_8);
    }

    /**
     * A keyed digest to find a person by a value without reading it. The purpose keeps digests of
     * equal values in different columns apart.
     */
    public byte[] blindIndex(String purpose, String normalised) {
        return MasterKey.authenticate(
                indexKeys.computeIfAbsent(
                        purpose,
                        each -> master.derive("blind index " + each, "HmacSHA256").getEncoded()),
                normalised);
    }

    /** Makes the keys of many people in one statement and loads them, before sealing in bulk. */
    public void prepare(Collection<Long> people) {
        Long[] ids = people.toArray(Long[]::new);
        byte[][] wrapped = new byte[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            wrapped[i] = Sealing.seal(wrapping, fresh, ids[i]);
        }
        jdbc.sql(CREATE).param("people", ids).param("wrapped", wrapped).update();
        // Read back: somebody else may have been first, and only the stored key counts.
        load(people);
    }

    /** Loads the keys of many people in one statement, before opening in bulk. */
    public void load(Collection<Long> people) {
        jdbc.sql(FIND_MANY)
                .param("people", people.toArray(Long[]::new))
                .query(row -> {
                    long person = row.getLong("person_id");
                    remember(person, unwrap(person, row.getBytes("wrapped")));
                });
    }

    /** Seals what belongs to the house itself, under a key for the purpose. */
    public byte[] sealOwn(String purpose, byte[] plain) {
        return Sealing.seal(master.derive("own " + purpose, "AES"), plain, 0);
    }

    /** Opens what {@link #sealOwn} sealed for the same purpose. */
    public byte[] openOwn(String purpose, byte[] sealed) {
        return Sealing.open(master.derive("own " + purpose, "AES"), sealed, 0);
    }

    /** Destroys the person's key. Nothing brings back what was sealed with it. */
    public void erase(long personId) {
        erase(List.of(personId));
    }

    /** Destroys the keys of many people in one statement. */
    public void erase(Collection<Long> people) {
        jdbc.sql(ERASE).param("people", people.toArray(Long[]::new)).update();
        synchronized (cache) {
            people.forEach(cache::remove);
        }
    }

    private Optional<SecretKey> key(long personId) {
        synchronized (cache) {
            SecretKey known = cache.get(personId);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<SecretKey> found =
                jdbc.sql(FIND)
                        .param("person", personId)
                        .query((row, index) -> unwrap(personId, row.getBytes("wrapped")))
                        .optional();
        found.ifPresent(key -> remember(personId, key));
        return found;
    }

    private SecretKey unwrap(long personId, byte[] wrapped) {
        return new SecretKeySpec(Sealing.open(wrapping, wrapped, personId), "AES");
    }

    private void remember(long personId, SecretKey key) {
        synchronized (cache) {
            cache.put(personId, key);
        }
    }

    /** The keys used last; a person's screen opens several fields in a row. */
    private static final class RecentKeys extends LinkedHashMap<Long, SecretKey> {

        RecentKeys() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, SecretKey> eldest) {
            return size() > CACHED_KEYS;
        }
    }
}
