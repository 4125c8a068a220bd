/** Orders and tickets over HTTP. */
@NullMarked
package dev.waystation.platform.selling.booking.web;

import org.jspecify.annotations.NullMarked;
