/** A party and those in it. */
@NullMarked
package dev.waystation.platform.members.parties.model;

import org.jspecify.annotations.NullMarked;
