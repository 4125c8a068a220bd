package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes every message and sends none: the outbox page shows what would have gone out. Last in
 * order, so that a vendor's adapter for a channel comes before it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SandboxChannel implements ChannelAdapter {

    private final SandboxReturns returns;

    SandboxChannel(SandboxReturns returns) {
        this.returns = returns;
    }

    @Override
    public boolean serves(String channel) {
        return true;
    }

    @Override
    public Receipt send(Letter letter) {
        String reference = "sandbox-" + letter.reference();
        boolean comesBack =
                letter.to().channel().equals("email")
                        && returns.answers(letter.to().address(), reference);
        return comesBack ? new Receipt.Accepted(reference) : new Receipt.Delivered(reference);
    }
}
