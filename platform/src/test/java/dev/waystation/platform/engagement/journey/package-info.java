@NullMarked
package dev.waystation.platform.engagement.journey;

import org.jspecify.annotations.NullMarked;
