/** Ports to payment providers and what they tell us. */
@NullMarked
package dev.waystation.platform.selling.payment.model;

import org.jspecify.annotations.NullMarked;
