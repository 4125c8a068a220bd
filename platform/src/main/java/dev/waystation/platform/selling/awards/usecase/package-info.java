/** Opening waves, taking seats, returning what is left. */
@NullMarked
package dev.waystation.platform.selling.awards.usecase;

import org.jspecify.annotations.NullMarked;
