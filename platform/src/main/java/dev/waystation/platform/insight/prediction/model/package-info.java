/** Models, what they are made of, and how they explain themselves. */
@NullMarked
package dev.waystation.platform.insight.prediction.model;

import org.jspecify.annotations.NullMarked;
