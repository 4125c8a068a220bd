/** Plans as people write them. */
@NullMarked
package dev.waystation.platform.selling.release.model;

import org.jspecify.annotations.NullMarked;
