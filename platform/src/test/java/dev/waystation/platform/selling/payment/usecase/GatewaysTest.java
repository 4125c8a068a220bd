package dev.waystation.platform.selling.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.selling.payment.model.PaymentGateway;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GatewaysTest {

    private final List<PaymentGateway> known =
            List.of(new SandboxGateway("secret", JsonMapper.shared()));

    @Test
    void neverSendsPayersToTheSandboxUnlessSomebodySaidSo() {
        Gateways live = new Gateways(known, false);
        assertThat(live.preferred()).isEmpty();
        assertThat(live.named("sandbox")).isEmpty();
        assertThat(new Gateways(known, true).preferred()).isPresent();
    }
}
