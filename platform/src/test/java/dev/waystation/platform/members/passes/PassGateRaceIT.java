package dev.waystation.platform.members.passes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.passes.model.Activation;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PassGateRaceIT extends PassDesk {

    private static final int GATES = 64;

    @Autowired JdbcClient jdbc;

    @Test
    @Capability("L90")
    void eachSiteOpensSoOftenPerDayAndNotTooSoonAgain() {
        PassProduct twice =
                add(
                        50_000,
                        new PassProduct.Term(Activation.NOW, null, 12, 30, 15),
                        new PassProduct.Entry(Set.of(PARK, MUSEUM), 2, 60, Set.of()),
                        true);
        long pass = buy(member, twice);
        assertThat(enter(pass, PARK)).isEqualTo("in 1");
        assertThat(enter(pass, MUSEUM)).isEqualTo("in 1");
        assertThat(enter(pass, PARK)).isEqualTo("PASS_RE_ENTRY_TOO_SOON");
        clock.advance(Duration.ofMinutes(61));
        assertThat(enter(pass, PARK)).isEqualTo("in 2");
        clock.advance(Duration.ofMinutes(61));
        assertThat(enter(pass, PARK)).isEqualTo("PASS_USES_OF_THE_DAY_ARE_GONE");
        assertThat(enter(pass, "elsewhere")).isEqualTo("PASS_SITE_NOT_INCLUDED");
        clock.advance(Duration.ofDays(1));
        assertThat(enter(pass, PARK)).isEqualTo("in 1");
    }

    @Test
    @Capability("L90")
    void aBlackoutDayStaysShut() {
        LocalDate today = today();
        long pass = buy(member, yearly(Activation.NOW, Set.of(today, today.plusDays(2))));
        assertThat(enter(pass, PARK)).isEqualTo("PASS_DAY_IS_BLACKED_OUT");
        clock.advance(Duration.ofDays(1));
        assertThat(enter(pass, PARK)).isEqualTo("in 1");
    }

    @Test
    @Capability("L90")
    void ofTwoOfflineGatesTheFirstToTellWinsAndTellingTwiceIsOneUse() {
        long pass = buy(member, yearly());
        String token = token(pass);
        Instant morning = clock.instant();
        UUID south = UUID.randomUUID();
        clock.advance(Duration.ofHours(5));
        assertThat(enter(token, PARK, south, morning)).isEqualTo("in 1");
        assertThat(enter(token, PARK, south, morning)).isEqualTo("again 1");
        assertThat(enter(token, PARK, UUID.randomUUID(), morning.minusSeconds(90)))
                .isEqualTo("PASS_USES_OF_THE_DAY_ARE_GONE");
        clock.advance(Duration.ofDays(2));
        assertThat(enter(token, PARK, UUID.randomUUID(), clock.instant()))
                .as("a token is good for a short time")
                .isEqualTo("PASS_TOKEN_HAS_LAPSED");
        assertThat(enter("WP1.forged", PARK, UUID.randomUUID(), morning))
                .isEqualTo("PASS_TOKEN_IS_NOT_OURS");
    }

    @Test
    @Capability("L90")
    void ofManyGatesAtOnceOneLetsIn() throws Exception {
        String token = token(buy(member, yearly()));
        Instant at = clock.instant();
        assertThat(race(gate -> enter(token, PARK, UUID.randomUUID(), at).equals("in 1")))
                .isEqualTo(1);
    }

    /** The control: counting first and writing afterwards, without the key, lets several in. */
    @Test
    void controlWithoutTheKeySeveralGatesLetIn() throws Exception {
        jdbc.sql("create table if not exists public.unkeyed_use (pass_id bigint)").update();
        CyclicBarrier together = new CyclicBarrier(8);
        int in =
                race(gate -> {
                    if (gate >= 8) {
                        return false;
                    }
                    long used =
                            jdbc.sql("select count(*) from public.unkeyed_use")
                                    .query(Long.class)
                                    .single();
                    await(together);
                    return used == 0
                            && jdbc.sql("insert into public.unkeyed_use values (1)").update() == 1;
                });
        jdbc.sql("drop table public.unkeyed_use").update();
        assertThat(in).isGreaterThan(1);
    }

    private static int race(IntFunction<Boolean> gate) throws Exception {
        int in = 0;
        try (ExecutorService gates = Executors.newFixedThreadPool(GATES)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < GATES; i++) {
                int number = i;
                answers.add(gates.submit(() -> gate.apply(number)));
            }
            for (Future<Boolean> answer : answers) {
                in += answer.get() ? 1 : 0;
            }
        }
        return in;
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
