/** Documents, phones and the rules about them. */
@NullMarked
package dev.waystation.platform.members.membership.model;

import org.jspecify.annotations.NullMarked;
