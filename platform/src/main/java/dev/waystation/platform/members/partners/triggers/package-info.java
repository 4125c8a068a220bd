/** When conversions are carried out. */
@NullMarked
package dev.waystation.platform.members.partners.triggers;

import org.jspecify.annotations.NullMarked;
