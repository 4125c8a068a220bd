/** Passages and checks. */
@NullMarked
package dev.waystation.platform.selling.admission.store;

import org.jspecify.annotations.NullMarked;
