/** When analytics counts. */
@NullMarked
package dev.waystation.platform.insight.analytics.triggers;

import org.jspecify.annotations.NullMarked;
