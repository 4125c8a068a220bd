/** Simulated clock, seeded generators, record of capabilities; for tests only. */
@NullMarked
package dev.waystation.testkit;

import org.jspecify.annotations.NullMarked;
