/** What is done with tasks of staff. */
@NullMarked
package dev.waystation.platform.engagement.outreach.usecase;

import org.jspecify.annotations.NullMarked;
