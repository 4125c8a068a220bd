/** Tests of access. */
@NullMarked
package dev.waystation.platform.operators.access;

import org.jspecify.annotations.NullMarked;
