/** Showing, adopting and taking back ready-made programmes. */
@NullMarked
package dev.waystation.platform.members.presets.usecase;

import org.jspecify.annotations.NullMarked;
