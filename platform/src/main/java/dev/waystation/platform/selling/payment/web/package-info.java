/** Callbacks of providers and the sandbox's approve button. */
@NullMarked
package dev.waystation.platform.selling.payment.web;

import org.jspecify.annotations.NullMarked;
