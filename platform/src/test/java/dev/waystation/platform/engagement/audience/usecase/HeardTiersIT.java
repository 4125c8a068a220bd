package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.Portraits;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.loyalty.facts.TierChanged;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class HeardTiersIT {

    @Autowired private Portraits portraits;
    @Autowired private FactLog facts;
    @Autowired private FactPump pump;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void aTierReachedInLoyaltyIsKnownToConditions() {
        long member = 730_000_020L;
        var change = new TierChanged(member, "silver", "gold", "TripCompleted", "", Instant.EPOCH);
        new TransactionTemplate(transactions).executeWithoutResult(_ -> facts.append(change));
        pump.drain();
        assertThat(portraits.of(member).orElseThrow().value("tier")).isEqualTo("gold");
    }
}
