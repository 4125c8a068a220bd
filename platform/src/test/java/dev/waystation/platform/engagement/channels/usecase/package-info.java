@NullMarked
package dev.waystation.platform.engagement.channels.usecase;

import org.jspecify.annotations.NullMarked;
