package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.Withdrawals;
import java.util.List;
import org.springframework.stereotype.Service;

/** A no is a choice like any other. */
@Service
class WithdrawConsent implements Withdrawals {

    private final ChangeConsents consents;

    WithdrawConsent(ChangeConsents consents) {
        this.consents = consents;
    }

    @Override
    public void withdraw(long memberId, String channel, String purpose, String source) {
        consents.handle(
                new ChangeConsents.Command(
                        memberId,
                        List.of(new ChangeConsents.Choice(channel, purpose, false)),
                        source));
    }
}
