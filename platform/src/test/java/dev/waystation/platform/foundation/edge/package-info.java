/** Tests of foundation.edge. */
@NullMarked
package dev.waystation.platform.foundation.edge;

import org.jspecify.annotations.NullMarked;
