package dev.waystation.platform.foundation.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.selling.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class SigningKeysIT {

    private static final String PREFIX = "WT1.";
    private static final byte[] RIDE = "seat 07F".getBytes(UTF_8);

    @Autowired SigningKeys keys;
    @Autowired JdbcClient jdbc;

    private final String purpose = "test " + UUID.randomUUID();

    @Test
    void whoeverNeedsTheFirstKeyFirstAllSignWithTheSame() {
        KeyRing ring = keys.ring(purpose);
        List<SigningKey> seen = Together.run(16, _ -> ring.signing());
        assertThat(seen).extracting(SigningKey::number).containsOnly(1);
        assertThat(seen).extracting(SigningKey::publicKey).containsOnly(ring.publicKey(1));
        assertThat(
                        jdbc.sql("select count(*) from foundation.signing_key where purpose = ?")
                                .param(purpose)
                                .query(Long.class)
                                .single())
                .isOne();
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
