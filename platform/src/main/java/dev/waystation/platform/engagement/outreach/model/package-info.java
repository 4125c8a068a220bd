/** Tasks of staff, their limits and their states. */
@NullMarked
package dev.waystation.platform.engagement.outreach.model;

import org.jspecify.annotations.NullMarked;
