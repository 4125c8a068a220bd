@NullMarked
package dev.waystation.platform.insight.analytics;

import org.jspecify.annotations.NullMarked;
