@NullMarked
package dev.waystation.platform.engagement.connectors;

import org.jspecify.annotations.NullMarked;
