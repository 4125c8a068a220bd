/** Messages over HTTP. */
@NullMarked
package dev.waystation.platform.engagement.messaging.web;

import org.jspecify.annotations.NullMarked;
