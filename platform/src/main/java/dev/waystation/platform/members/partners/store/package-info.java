/** The module's tables. */
@NullMarked
package dev.waystation.platform.members.partners.store;

import org.jspecify.annotations.NullMarked;
