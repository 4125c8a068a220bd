/** Deliveries and when to try again. */
@NullMarked
package dev.waystation.platform.engagement.webhooks.model;

import org.jspecify.annotations.NullMarked;
