/** The tables of trials. */
@NullMarked
package dev.waystation.platform.engagement.experiment.store;

import org.jspecify.annotations.NullMarked;
