/** Sales and gates, as they are heard. */
@NullMarked
package dev.waystation.platform.engagement.connectors.triggers;

import org.jspecify.annotations.NullMarked;
