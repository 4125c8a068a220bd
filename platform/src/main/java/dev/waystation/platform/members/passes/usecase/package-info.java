/** What can be done with passes. */
@NullMarked
package dev.waystation.platform.members.passes.usecase;

import org.jspecify.annotations.NullMarked;
