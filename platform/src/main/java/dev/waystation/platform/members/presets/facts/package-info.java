/** What ready-made programmes have brought about. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.members.presets.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
