/** SQL of contacts, tasks and allowances. */
@NullMarked
package dev.waystation.platform.engagement.outreach.store;

import org.jspecify.annotations.NullMarked;
