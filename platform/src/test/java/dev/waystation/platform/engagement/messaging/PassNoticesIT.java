package dev.waystation.platform.engagement.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.passes.facts.PassExtended;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A closure that gives days back is told to the holder, once. */
@PlatformIT
class PassNoticesIT {

    @Autowired Members members;
    @Autowired FactLog facts;
    @Autowired FactPump pump;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    void theHolderReadsThatThePassIsGoodForLongerAndReadsItOnce() {
        long member = members.register(People.born(LocalDate.of(1990, 2, 1))).value();
        LocalDate until = LocalDate.now(clock).plusDays(100);
        PassExtended fact = new PassExtended(member, 77, 3, until, "维护", "works", clock.instant());
        tell(fact);
        tell(fact);
        pump.drain();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from messaging.message
                                        where member_id = :member
                                          and template_code = 'pass-extended'
                                        """)
                                .param("member", member)
                                .query((row, _) -> row.getLong(1))
                                .single())
                .isEqualTo(1);
    }

    private void tell(Fact fact) {
        transaction.executeWithoutResult(_ -> facts.append(fact));
    }
}
