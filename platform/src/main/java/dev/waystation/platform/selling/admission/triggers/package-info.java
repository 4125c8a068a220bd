/** Trips complete when their train has arrived. */
@NullMarked
package dev.waystation.platform.selling.admission.triggers;

import org.jspecify.annotations.NullMarked;
