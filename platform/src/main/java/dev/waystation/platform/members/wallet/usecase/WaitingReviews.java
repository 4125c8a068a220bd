package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Waiting;
import dev.waystation.platform.members.wallet.store.AdjustmentStore;
import dev.waystation.platform.members.wallet.store.ClaimStore;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two queues of the points desk, for the home page. */
@Configuration(proxyBeanMethods = false)
class WaitingReviews {

    private record Queue(
            String code, Said label, String permission, String href, LongSupplier counted)
            implements Waiting {
        @Override
        public long count() {
            return counted.getAsLong();
        }
    }

    @Bean
    Waiting waitingClaims(ClaimStore claims) {
        return new Queue(
                "claims",
                new Said("待处理的积分补登", "Points claims to decide"),
                "points.adjust",
                "/desk",
                claims::open);
    }

    @Bean
    Waiting waitingAdjustments(AdjustmentStore adjustments) {
        return new Queue(
                "adjustments",
                new Said("待审批的调账", "Adjustments to approve"),
                "points.approve",
                "/desk?tab=adjustments",
                adjustments::waiting);
    }
}
