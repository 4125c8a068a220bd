/** Simulated clock, seeded generators, history checkers; for tests only. */
@NullMarked
package dev.waystation.testkit;

import org.jspecify.annotations.NullMarked;
