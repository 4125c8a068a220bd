@NullMarked
package dev.waystation.platform.engagement.journey.model;

import org.jspecify.annotations.NullMarked;
