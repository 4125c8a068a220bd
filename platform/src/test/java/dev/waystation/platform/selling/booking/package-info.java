@NullMarked
package dev.waystation.platform.selling.booking;

import org.jspecify.annotations.NullMarked;
