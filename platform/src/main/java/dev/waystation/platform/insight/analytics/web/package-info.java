/** Home, timeline and search over HTTP. */
@NullMarked
package dev.waystation.platform.insight.analytics.web;

import org.jspecify.annotations.NullMarked;
