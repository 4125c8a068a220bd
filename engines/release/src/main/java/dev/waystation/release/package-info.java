/** Windows, batches, nested reserves, protection levels. */
@NullMarked
package dev.waystation.release;

import org.jspecify.annotations.NullMarked;
