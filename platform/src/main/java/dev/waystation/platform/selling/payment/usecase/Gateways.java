package dev.waystation.platform.selling.payment.usecase;

import dev.waystation.platform.selling.payment.model.PaymentGateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The payment providers this deployment knows, by name. */
@Component
class Gateways {

    private final Map<String, PaymentGateway> byName;
    private final Optional<PaymentGateway> preferred;

    /**
     * @param sandbox whether the provider that takes no money may be used; never unless somebody
     *     says so, except in the sample world
     */
    Gateways(
            List<PaymentGateway> gateways,
            @Value("${waystation.payment.sandbox:${waystation.demo:false}}") boolean sandbox) {
        List<PaymentGateway> usable =
                gateways.stream()
                        .filter(gateway -> sandbox || !gateway.name().equals(SandboxGateway.NAME))
                        .toList();
        this.byName =
                usable.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        PaymentGateway::name, Function.identity()));
        this.preferred = usable.stream().findFirst();
    }

    Optional<PaymentGateway> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Where payers are sent; empty when no provider is configured. */
    Optional<PaymentGateway> preferred() {
        return preferred;
    }
}
