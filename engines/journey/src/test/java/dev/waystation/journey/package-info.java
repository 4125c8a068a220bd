@NullMarked
package dev.waystation.journey;

import org.jspecify.annotations.NullMarked;
