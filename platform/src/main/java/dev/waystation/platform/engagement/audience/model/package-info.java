/** A member as conditions see one, and the catalogue they are written in. */
@NullMarked
package dev.waystation.platform.engagement.audience.model;

import org.jspecify.annotations.NullMarked;
