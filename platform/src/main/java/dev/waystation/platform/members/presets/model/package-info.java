/** A ready-made programme and what it changes. */
@NullMarked
package dev.waystation.platform.members.presets.model;

import org.jspecify.annotations.NullMarked;
