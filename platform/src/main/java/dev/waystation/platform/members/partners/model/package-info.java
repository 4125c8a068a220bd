/** What a contract says and what follows from it. */
@NullMarked
package dev.waystation.platform.members.partners.model;

import org.jspecify.annotations.NullMarked;
