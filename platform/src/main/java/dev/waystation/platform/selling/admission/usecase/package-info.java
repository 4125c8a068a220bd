/** What happens at a gate and when a train arrives. */
@NullMarked
package dev.waystation.platform.selling.admission.usecase;

import org.jspecify.annotations.NullMarked;
