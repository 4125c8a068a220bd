/**
 * Money in and out: intents, captures, refunds, and the gateways that carry them. Knows nothing of
 * what is sold; an order is a reference and an amount.
 */
@NullMarked
@ApplicationModule(
        id = "payment",
        allowedDependencies = {"foundation"})
package dev.waystation.platform.selling.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
