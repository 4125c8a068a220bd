@NullMarked
package dev.waystation.platform.selling.booking.usecase;

import org.jspecify.annotations.NullMarked;
