@NullMarked
package dev.waystation.platform.foundation.sheets;

import org.jspecify.annotations.NullMarked;
