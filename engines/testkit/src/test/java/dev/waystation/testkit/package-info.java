/** Tests of the test kit. */
@NullMarked
package dev.waystation.testkit;

import org.jspecify.annotations.NullMarked;
