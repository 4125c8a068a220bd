/** Events and sources in PostgreSQL. */
@NullMarked
package dev.waystation.platform.engagement.events.store;

import org.jspecify.annotations.NullMarked;
