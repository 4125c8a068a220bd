@NullMarked
package dev.waystation.platform.engagement.events.model;

import org.jspecify.annotations.NullMarked;
