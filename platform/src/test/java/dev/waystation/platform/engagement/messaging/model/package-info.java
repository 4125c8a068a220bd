@NullMarked
package dev.waystation.platform.engagement.messaging.model;

import org.jspecify.annotations.NullMarked;
