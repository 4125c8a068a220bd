/** What all platform tests share, and tests of the platform as a whole. */
@NullMarked
package dev.waystation.platform;

import org.jspecify.annotations.NullMarked;
