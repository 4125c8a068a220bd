@NullMarked
package dev.waystation.platform.engagement.messaging.usecase;

import org.jspecify.annotations.NullMarked;
