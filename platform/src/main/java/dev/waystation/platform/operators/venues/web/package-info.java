/** The world as the first screen needs it. */
@NullMarked
package dev.waystation.platform.operators.venues.web;

import org.jspecify.annotations.NullMarked;
