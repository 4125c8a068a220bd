/** What models can be told to do. */
@NullMarked
package dev.waystation.platform.insight.prediction.usecase;

import org.jspecify.annotations.NullMarked;
