/** SQL of daily figures and timelines. */
@NullMarked
package dev.waystation.platform.insight.analytics.store;

import org.jspecify.annotations.NullMarked;
