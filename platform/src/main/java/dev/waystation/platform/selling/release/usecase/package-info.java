/** Drafting, checking, previewing and publishing plans; the board. */
@NullMarked
package dev.waystation.platform.selling.release.usecase;

import org.jspecify.annotations.NullMarked;
