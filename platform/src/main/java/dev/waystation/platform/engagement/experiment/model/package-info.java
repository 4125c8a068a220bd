/** What a trial is and what is said of its result. */
@NullMarked
package dev.waystation.platform.engagement.experiment.model;

import org.jspecify.annotations.NullMarked;
