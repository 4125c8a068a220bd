package dev.waystation.platform.selling.payment.usecase;

import dev.waystation.platform.selling.payment.model.PaymentGateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The payment providers this deployment knows, by name. */
@Component
class Gateways {

    private final Map<String, PaymentGateway> byName;
    private final PaymentGateway preferred;

    Gateways(List<PaymentGateway> gateways) {
        this.byName =
                gateways.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        PaymentGateway::name, Function.identity()));
        this.preferred = gateways.getFirst();
    }

    Optional<PaymentGateway> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Where payers are sent. */
    PaymentGateway preferred() {
        return preferred;
    }
}
