@NullMarked
package dev.waystation.platform.selling.catalogue;

import org.jspecify.annotations.NullMarked;
