/** What happens by the clock. */
@NullMarked
package dev.waystation.platform.selling.awards.triggers;

import org.jspecify.annotations.NullMarked;
