@NullMarked
package dev.waystation.condition;

import org.jspecify.annotations.NullMarked;
