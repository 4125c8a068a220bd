/** The durable fact log and the readers that hear it. */
@NullMarked
package dev.waystation.platform.foundation.facts;

import org.jspecify.annotations.NullMarked;
