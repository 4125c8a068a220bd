/** When something is to be told. */
@NullMarked
package dev.waystation.platform.engagement.webhooks.triggers;

import org.jspecify.annotations.NullMarked;
