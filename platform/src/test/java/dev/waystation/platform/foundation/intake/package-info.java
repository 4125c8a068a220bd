@NullMarked
package dev.waystation.platform.foundation.intake;

import org.jspecify.annotations.NullMarked;
