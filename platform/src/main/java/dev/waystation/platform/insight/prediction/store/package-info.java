/** The tables of models. */
@NullMarked
package dev.waystation.platform.insight.prediction.store;

import org.jspecify.annotations.NullMarked;
