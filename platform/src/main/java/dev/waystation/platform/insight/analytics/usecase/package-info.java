/** What can be asked of analytics. */
@NullMarked
package dev.waystation.platform.insight.analytics.usecase;

import org.jspecify.annotations.NullMarked;
