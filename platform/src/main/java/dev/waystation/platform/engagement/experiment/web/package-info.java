/** Trials over HTTP. */
@NullMarked
package dev.waystation.platform.engagement.experiment.web;

import org.jspecify.annotations.NullMarked;
