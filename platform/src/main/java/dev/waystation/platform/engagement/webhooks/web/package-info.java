/** Endpoints and their deliveries for developers. */
@NullMarked
package dev.waystation.platform.engagement.webhooks.web;

import org.jspecify.annotations.NullMarked;
