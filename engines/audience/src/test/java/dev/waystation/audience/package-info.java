@NullMarked
package dev.waystation.audience;

import org.jspecify.annotations.NullMarked;
