/** What reaches passes from the log and the clock. */
@NullMarked
package dev.waystation.platform.members.passes.triggers;

import org.jspecify.annotations.NullMarked;
