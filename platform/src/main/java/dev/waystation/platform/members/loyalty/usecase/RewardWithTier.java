package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.members.loyalty.TierGrants;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants tiers as rewards, by the rules under which staff grant them. */
@Service
class RewardWithTier implements TierGrants {

    private final Programmes programmes;
    private final GrantTier grant;

    RewardWithTier(Programmes programmes, GrantTier grant) {
        this.programmes = programmes;
        this.grant = grant;
    }

    @Override
    public boolean knows(String club, String tier) {
        return programmes.withClub(club).stream()
                .flatMap(each -> each.clubs().stream())
                .filter(each -> each.code().equals(club))
                .flatMap(each -> each.tiers().stream())
                .anyMatch(each -> each.code().equals(tier));
    }

    @Override
    @Transactional
    public Optional<String> grant(Wanted wanted) {
        GrantTier.Outcome outcome =
                grant.handle(
                        new GrantTier.Command(
                                wanted.memberId(),
                                wanted.club(),
                                wanted.tier(),
                                "reward",
                                wanted.until(),
                                wanted.reason(),
                                wanted.by()));
        return switch (outcome) {
            case GrantTier.Outcome.Granted _ -> Optional.empty();
            case GrantTier.Outcome.Refused refused -> Optional.of(refused.code().name());
        };
    }
}
