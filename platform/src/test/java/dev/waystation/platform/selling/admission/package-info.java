@NullMarked
package dev.waystation.platform.selling.admission;

import org.jspecify.annotations.NullMarked;
