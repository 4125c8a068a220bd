/** Requests, and what a month saw. */
@NullMarked
package dev.waystation.platform.insight.privacy.store;

import org.jspecify.annotations.NullMarked;
