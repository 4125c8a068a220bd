/**
 * What members will probably do: whether they still come, how soon, and what they are worth. Learnt
 * from what they did, judged on a time that was not learnt from, said as tags.
 */
@NullMarked
@ApplicationModule(
        id = "prediction",
        allowedDependencies = {"foundation", "audience"})
package dev.waystation.platform.insight.prediction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
