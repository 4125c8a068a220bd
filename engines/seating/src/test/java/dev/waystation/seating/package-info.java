@NullMarked
package dev.waystation.seating;

import org.jspecify.annotations.NullMarked;
