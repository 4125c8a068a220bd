/** What sets tasks of staff going. */
@NullMarked
package dev.waystation.platform.engagement.outreach.triggers;

import org.jspecify.annotations.NullMarked;
