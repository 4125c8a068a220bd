/** Tests of foundation.wiring. */
@NullMarked
package dev.waystation.platform.foundation.wiring;

import org.jspecify.annotations.NullMarked;
