/** The operations on trials. */
@NullMarked
package dev.waystation.platform.engagement.experiment.usecase;

import org.jspecify.annotations.NullMarked;
