/** What happened to models. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.insight.prediction.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
