/** What sets models to work. */
@NullMarked
package dev.waystation.platform.insight.prediction.triggers;

import org.jspecify.annotations.NullMarked;
