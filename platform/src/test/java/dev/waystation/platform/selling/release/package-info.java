@NullMarked
package dev.waystation.platform.selling.release;

import org.jspecify.annotations.NullMarked;
