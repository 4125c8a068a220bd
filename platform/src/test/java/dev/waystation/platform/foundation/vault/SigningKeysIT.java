package dev.waystation.platform.foundation.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.Together;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class SigningKeysIT {

    private static final int PLATFORMS = 64;
    private static final String PREFIX = "WT1.";
    private static final byte[] RIDE = "seat 07F".getBytes(UTF_8);

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired SigningKeys keys;
    @Autowired JdbcClient jdbc;

    private final String purpose = "test " + UUID.randomUUID();

    @Test
    void ofManyPlatformsThatMakeTheFirstKeyAtOnceAllSignWithTheSame() {
        List<SigningKey> seen = firstKeys(_ -> purpose);
        assertThat(seen).extracting(SigningKey::number).containsOnly(1);
        assertThat(seen.stream().map(SigningKey::publicKey).distinct()).hasSize(1);
        assertThat(stored(purpose)).isOne();
    }

    /** The control: where nothing is shared, each platform has a key of its own, and it shows. */
    @Test
    void platformsThatShareNoPurposeShareNoKey() {
        List<SigningKey> seen = firstKeys(client -> purpose + " of " + client);
        assertThat(seen.stream().map(SigningKey::publicKey).distinct()).hasSize(PLATFORMS);
    }

    private List<SigningKey> firstKeys(IntFunction<String> purposes) {
        return Together.run(
                PLATFORMS,
                client ->
                        beans.createBean(SigningKeys.class).ring(purposes.apply(client)).signing());
    }

    private long stored(String of) {
        return jdbc.sql("select count(*) from foundation.signing_key where purpose = ?")
                .param(of)
                .query(Long.class)
                .single();
    }

    @Test
    void aTextIsProvedByItsOwnKeyOnlyAndByEveryByteOfIt() {
        SigningKey ours = keys.ring(purpose).signing();
        SigningKey others = keys.ring(purpose + " of others").signing();
        String text = SignedText.write(PREFIX, RIDE, ours.privateKey());
        SignedText read = SignedText.read(PREFIX, text).orElseThrow();
        assertThat(read.content()).isEqualTo(RIDE);
        assertThat(read.isBy(ours.publicKey())).isTrue();
        assertThat(read.isBy(others.publicKey())).isFalse();
        byte[] altered = RIDE.clone();
        altered[6]++;
        assertThat(new SignedText(altered, read.signature()).isBy(ours.publicKey())).isFalse();
        assertThat(SignedText.read("WX1.", text)).isEmpty();
        assertThat(SignedText.read(PREFIX, PREFIX + "AAAA")).isEmpty();
        assertThat(SignedText.read(PREFIX, PREFIX + "!")).isEmpty();
        assertThat(keys.ring(purpose).publicKey(7)).isNull();
    }
}
