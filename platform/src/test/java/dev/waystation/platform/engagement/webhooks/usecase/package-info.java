@NullMarked
package dev.waystation.platform.engagement.webhooks.usecase;

import org.jspecify.annotations.NullMarked;
