/** Gates: who may enter, once; and trips that are over. */
@NullMarked
@ApplicationModule(
        id = "admission",
        allowedDependencies = {"foundation", "membership", "booking", "payment"})
package dev.waystation.platform.selling.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
