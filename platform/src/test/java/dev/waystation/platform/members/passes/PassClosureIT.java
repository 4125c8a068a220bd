package dev.waystation.platform.members.passes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.passes.model.Activation;
import dev.waystation.platform.members.passes.model.Bill;
import dev.waystation.platform.members.passes.model.Closure;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.usecase.CloseSite;
import dev.waystation.platform.members.passes.usecase.RestPass;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PassClosureIT extends PassDesk {

    private static final Said SNOW = new Said("大雪闭园", "Closed for snow");

    @Autowired CloseSite close;
    @Autowired RestPass rest;
    @Autowired Jobs jobs;
    @Autowired JdbcClient jdbc;

    @Test
    @Capability("L90")
    void aClosureAddsItsDaysOnceTellsTheMemberAndMovesTheRenewalBehind() {
        LocalDate today = today();
        long pass = buy(member, yearly());
        Span before = span(pass);
        clock.advance(Duration.ofDays(350));
        long next = buy(member, Bill.Kind.RENEWAL, null, pass, 0);
        LocalDate first = today().plusDays(2);
        long closure = shut(first, first.plusDays(4));
        assertThat(span(pass).until()).isEqualTo(before.until().plusDays(5));
        assertThat(span(next).from()).isEqualTo(before.until().plusDays(6));
        assertThat(told(pass)).isEqualTo(1);
        jobs.submit("passes.extend", Map.of("closureId", closure));
        jobs.awaitAll();
        assertThat(span(pass).until()).as("run twice").isEqualTo(before.until().plusDays(5));
        // A second closure overlaps by three days: only two are new.
        shut(first.plusDays(2), first.plusDays(6));
        assertThat(span(pass).until()).isEqualTo(before.until().plusDays(7));
        assertThat(seen(pass).why().reasons()).anyMatch(each -> each.code().equals("PAUSE"));
        clock.advance(Duration.ofDays(3));
        assertThat(enter(pass, PARK)).isEqualTo("PASS_RESTS");
        assertThat(before.from()).isEqualTo(today);
    }

    @Test
    @Capability("L90")
    void daysThatDidNotCountAnywayAreNotGivenBack() {
        LocalDate first = today().plusDays(3);
        long blackout = buy(member, yearly(Activation.NOW, Set.of(first, first.plusDays(1))));
        Span before = span(blackout);
        rest(blackout, first, first.plusDays(3));
        assertThat(span(blackout).until()).isEqualTo(before.until().plusDays(2));
        assertThat(seen(blackout).unused().left())
                .as("days of rest are not used up")
                .isEqualTo(before.days() - 1 - 2);
    }

    private void rest(long pass, LocalDate from, LocalDate until) {
        UUID reference = UUID.randomUUID();
        for (int twice = 0; twice < 2; twice++) {
            rest.handle(new RestPass.Command(reference, pass, new Span(from, until), SNOW));
        }
    }

    private long shut(LocalDate from, LocalDate until) {
        CloseSite.Outcome.Closed closed =
                (CloseSite.Outcome.Closed)
                        close.handle(new Closure(0, PARK, new Span(from, until), SNOW));
        jobs.awaitAll();
        JobView job = closed.job();
        assertThat(job).isNotNull();
        return closed.closureId();
    }

    private long told(long pass) {
        return jdbc.sql(
                        """
                        select count(*) from foundation.fact
                        where type = 'passes.PassExtended' and (body ->> 'passId')::bigint = :pass
                        """)
                .param("pass", pass)
                .query(Long.class)
                .single();
    }

    private Span span(long pass) {
        return Objects.requireNonNull(seen(pass).pass().span());
    }
}
