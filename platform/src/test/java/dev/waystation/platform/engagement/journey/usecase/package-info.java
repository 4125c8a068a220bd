@NullMarked
package dev.waystation.platform.engagement.journey.usecase;

import org.jspecify.annotations.NullMarked;
