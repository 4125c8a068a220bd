/** The rules of the house, held by tests: names, sizes, arrows, paths. */
@NullMarked
package dev.waystation.platform.structure;

import org.jspecify.annotations.NullMarked;
