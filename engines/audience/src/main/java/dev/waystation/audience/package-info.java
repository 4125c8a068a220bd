/** Member bitmaps, set plans, time-to-flip. */
@NullMarked
package dev.waystation.audience;

import org.jspecify.annotations.NullMarked;
