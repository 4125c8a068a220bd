/** The one deployable: every module of Waystation in one process. */
@NullMarked
package dev.waystation.platform;

import org.jspecify.annotations.NullMarked;
