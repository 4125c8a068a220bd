package dev.waystation.platform.members.loyalty.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.loyalty.usecase.EndGrants;
import dev.waystation.platform.members.loyalty.usecase.ReviewTiers;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reviews what is due in small transactions, so that the end of a year is not one storm. */
@Component
class EveryHourReviewTiers implements Timer {

    private static final int AT_ONCE = 200;

    private final ReviewTiers review;
    private final EndGrants end;

    EveryHourReviewTiers(ReviewTiers review, EndGrants end) {
        this.review = review;
        this.end = end;
    }

    @Override
    public String name() {
        return "loyalty.review-tiers";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Instant now) {
        end.handle();
        int done = AT_ONCE;
        while (done >= AT_ONCE) {
            done = review.handle(AT_ONCE);
        }
    }
}
