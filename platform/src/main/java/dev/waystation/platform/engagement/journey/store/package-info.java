/** SQL of definitions, enrolments, traces and counters. */
@NullMarked
package dev.waystation.platform.engagement.journey.store;

import org.jspecify.annotations.NullMarked;
