@NullMarked
package dev.waystation.platform.engagement.audience.usecase;

import org.jspecify.annotations.NullMarked;
