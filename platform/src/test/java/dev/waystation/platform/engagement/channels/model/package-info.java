@NullMarked
package dev.waystation.platform.engagement.channels.model;

import org.jspecify.annotations.NullMarked;
