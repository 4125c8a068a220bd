/** Payment tables. */
@NullMarked
package dev.waystation.platform.selling.payment.store;

import org.jspecify.annotations.NullMarked;
