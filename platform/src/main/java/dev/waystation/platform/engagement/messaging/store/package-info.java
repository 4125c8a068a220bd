/** SQL of messages and templates. */
@NullMarked
package dev.waystation.platform.engagement.messaging.store;

import org.jspecify.annotations.NullMarked;
