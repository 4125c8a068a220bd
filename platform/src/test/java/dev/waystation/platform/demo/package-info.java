/** Tests of the sample world. */
@NullMarked
package dev.waystation.platform.demo;

import org.jspecify.annotations.NullMarked;
