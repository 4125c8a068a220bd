/**
 * Ready-made programmes: the members' rules of a railway or a park as one file, shown as what would
 * change, put in force together and taken back together. Every rule belongs to its own module; here
 * stands only which values belong together and who decided them.
 */
@NullMarked
@ApplicationModule(
        id = "presets",
        allowedDependencies = {"foundation", "access"})
package dev.waystation.platform.members.presets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
