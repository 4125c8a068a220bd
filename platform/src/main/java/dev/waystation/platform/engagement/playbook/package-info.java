/**
 * Tactics that work, ready to launch: whom, what to give and say, what it is for, and how many get
 * nothing so that the difference can be measured. A launch makes an audience, a text, an experiment
 * and a journey by the doors of their modules, all or none.
 */
@NullMarked
@ApplicationModule(
        id = "playbook",
        allowedDependencies = {"foundation", "audience", "experiment", "messaging", "journey"})
package dev.waystation.platform.engagement.playbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
