/** Which figure and which line of a timeline a fact becomes. */
@NullMarked
package dev.waystation.platform.insight.analytics.model;

import org.jspecify.annotations.NullMarked;
