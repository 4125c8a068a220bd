@NullMarked
package dev.waystation.platform.engagement.audience.model;

import org.jspecify.annotations.NullMarked;
