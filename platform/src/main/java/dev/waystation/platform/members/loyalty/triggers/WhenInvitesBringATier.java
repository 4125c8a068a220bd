package dev.waystation.platform.members.loyalty.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.loyalty.usecase.GrantTier;
import dev.waystation.platform.members.loyalty.usecase.Programmes;
import dev.waystation.platform.members.referral.facts.InviteMilestoneReached;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Grants the tier that a milestone of invitations promises. */
@Component
class WhenInvitesBringATier implements FactReader {

    private static final Logger LOG = LoggerFactory.getLogger(WhenInvitesBringATier.class);

    private final GrantTier grant;
    private final Programmes programmes;

    WhenInvitesBringATier(GrantTier grant, Programmes programmes) {
        this.grant = grant;
        this.programmes = programmes;
    }

    @Override
    public String name() {
        return "loyalty.invite-tiers";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(InviteMilestoneReached.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        batch.stream()
                .map(RecordedFact::fact)
                .map(InviteMilestoneReached.class::cast)
                .filter(each -> each.kind().equals("TIER"))
                .forEach(this::give);
    }

    private void give(InviteMilestoneReached reached) {
        String[] prize = reached.prize().split(":", 2);
        // A campaign may name a tier that is gone; the others in the batch must not wait for it.
        if (!known(prize[0], prize[1])) {
            LOG.error("The tier of {} does not exist", reached);
            return;
        }
        GrantTier.Outcome outcome =
                grant.handle(
                        new GrantTier.Command(
                                reached.memberId(),
                                prize[0],
                                prize[1],
                                "reward",
                                reached.occurredAt().plus(Duration.ofDays(reached.days())),
                                "%d friends invited".formatted(reached.invites()),
                                "referral"));
        if (outcome instanceof GrantTier.Outcome.Refused(GrantTier.GrantRefusal code)) {
            LOG.info("The tier of {} is not granted: {}", reached, code);
        }
    }

    private boolean known(String club, String tier) {
        return programmes.withClub(club).stream()
                .flatMap(each -> each.clubs().stream())
                .filter(each -> each.code().equals(club))
                .flatMap(each -> each.tiers().stream())
                .anyMatch(each -> each.code().equals(tier));
    }
}
