/** Timers on the world clock and long work with progress. */
@NullMarked
package dev.waystation.platform.foundation.jobs;

import org.jspecify.annotations.NullMarked;
