/** Endpoints and deliveries in PostgreSQL, and the network. */
@NullMarked
package dev.waystation.platform.engagement.webhooks.store;

import org.jspecify.annotations.NullMarked;
