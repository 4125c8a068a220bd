/** What can be done with benefits. */
@NullMarked
package dev.waystation.platform.members.benefits.usecase;

import org.jspecify.annotations.NullMarked;
