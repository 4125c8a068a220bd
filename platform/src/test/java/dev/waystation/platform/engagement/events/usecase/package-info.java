@NullMarked
package dev.waystation.platform.engagement.events.usecase;

import org.jspecify.annotations.NullMarked;
