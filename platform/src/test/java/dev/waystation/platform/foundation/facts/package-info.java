/** Tests of foundation.facts. */
@NullMarked
package dev.waystation.platform.foundation.facts;

import org.jspecify.annotations.NullMarked;
