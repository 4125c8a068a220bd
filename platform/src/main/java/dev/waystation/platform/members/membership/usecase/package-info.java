/** What can be done with members. */
@NullMarked
package dev.waystation.platform.members.membership.usecase;

import org.jspecify.annotations.NullMarked;
