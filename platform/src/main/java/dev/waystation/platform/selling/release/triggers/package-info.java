/** When batches open. */
@NullMarked
package dev.waystation.platform.selling.release.triggers;

import org.jspecify.annotations.NullMarked;
