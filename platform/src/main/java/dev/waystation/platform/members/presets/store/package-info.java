/** What was adopted, with what stood there before. */
@NullMarked
package dev.waystation.platform.members.presets.store;

import org.jspecify.annotations.NullMarked;
