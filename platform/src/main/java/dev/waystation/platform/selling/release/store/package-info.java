/** Plans and what was applied. */
@NullMarked
package dev.waystation.platform.selling.release.store;

import org.jspecify.annotations.NullMarked;
