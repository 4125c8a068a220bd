package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.TagChange;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever hears of a member holds the rules first, so that nobody who changes a rule is stuck. */
@PlatformIT
class RulesBeforeMembersIT {

    @Autowired private SeedAudience seed;
    @Autowired private HearChanges hear;
    @Autowired private ChangeTags tags;
    @Autowired private SegmentStore rules;
    @Autowired private TraitStore traits;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private final long member = 741_000_000L + ThreadLocalRandom.current().nextInt(900_000);

    @BeforeEach
    void somebody() {
        seed.load(
                Stream.of(
                        new SeedAudience.Traits(
                                member,
                                LocalDate.of(1990, 1, 1),
                                "female",
                                "WUH",
                                LocalDate.of(2026, 1, 1),
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                0)),
                Stream.of());
    }

    @Test
    void aFactWaitsForTheRulesWithoutHoldingItsMember() {
        var moved = new HearChanges.Change.TierMoved(member, "gold", clock.instant());
        var command = new HearChanges.Command(List.of(new HearChanges.Heard("TierChanged", moved)));
        assertThat(isFreeWhileWaiting(() -> hear.handle(command))).isTrue();
    }

    @Test
    void aTagByHandWaitsForTheRulesWithoutHoldingItsMember() {
        var change =
                new TagChange(
                        member,
                        "by-hand",
                        true,
                        "staff:1",
                        Explanation.of(Said.same("asked at the desk")));
        assertThat(
                        isFreeWhileWaiting(() ->
                                transaction.executeWithoutResult(
                                        _ -> tags.handle(List.of(change)))))
                .isTrue();
    }

    @Test
    void theOtherOrderWouldHoldTheMember() {
        assertThat(
                        isFreeWhileWaiting(() ->
                                transaction.executeWithoutResult(_ -> {
                                    traits.lock(List.of(member));
                                    rules.holdRules();
                                })))
                .isFalse();
    }

    /**
     * Whether somebody who is changing a rule can lock the member whom the other one waits with.
     */
    private boolean isFreeWhileWaiting(Runnable other) {
        var waiting = new CompletableFuture<?>[1];
        boolean free =
                Boolean.TRUE.equals(
                        transaction.execute(_ -> {
                            rules.lockRules();
                            waiting[0] = CompletableFuture.runAsync(other);
                            awaitSomebodyAtTheRules();
                            return locksAtOnce();
                        }));
        waiting[0].join();
        return free;
    }

    private void awaitSomebodyAtTheRules() {
        int waiting = 0;
        while (waiting == 0) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            waiting =
                    jdbc.sql(
                                    """
                                    select count(*) from pg_locks
                                    where locktype = 'advisory' and not granted
                                      and objid = cast(hashtext('audience.rules') as bigint) & 4294967295
                                    """)
                            .query(Integer.class)
                            .single();
        }
    }

    private boolean locksAtOnce() {
        return !jdbc.sql(
                        """
                        select 1 from audience.member_trait
                        where member_id = ? for update skip locked
                        """)
                .param(member)
                .query(Integer.class)
                .list()
                .isEmpty();
    }
}
