/** Database, clock and everything that starts the process. */
@NullMarked
package dev.waystation.platform.foundation.wiring;

import org.jspecify.annotations.NullMarked;
