/** When trials take in what members did. */
@NullMarked
package dev.waystation.platform.engagement.experiment.triggers;

import org.jspecify.annotations.NullMarked;
