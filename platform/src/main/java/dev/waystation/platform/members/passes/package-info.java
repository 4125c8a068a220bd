/**
 * Annual passes: what a pass opens and on which days, its purchase, renewal, upgrade and return,
 * the days a closure gives back, and the gate that decides alone and tells later.
 */
@NullMarked
@ApplicationModule(
        id = "passes",
        allowedDependencies = {"foundation", "membership", "wallet", "payment", "payment :: facts"})
package dev.waystation.platform.members.passes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
