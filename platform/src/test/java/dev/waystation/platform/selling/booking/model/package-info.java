@NullMarked
package dev.waystation.platform.selling.booking.model;

import org.jspecify.annotations.NullMarked;
