@NullMarked
package dev.waystation.platform.engagement.messaging;

import org.jspecify.annotations.NullMarked;
