/** Fixture of the structure tests; breaks the rules on purpose. */
@NullMarked
package dev.waystation.platform.structure.broken.store;

import org.jspecify.annotations.NullMarked;
