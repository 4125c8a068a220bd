/** Rules that people decide instead of programmers: kept as data, said in words, set as a whole. */
@NullMarked
package dev.waystation.platform.foundation.settings;

import org.jspecify.annotations.NullMarked;
