/**
 * Rows from files: what each would do is shown before anything is done, refused cells are named in
 * words, a run goes on after a restart and can be undone for a day. What a row means is the
 * business of the module that owns the things it describes.
 */
@NullMarked
package dev.waystation.platform.foundation.intake;

import org.jspecify.annotations.NullMarked;
