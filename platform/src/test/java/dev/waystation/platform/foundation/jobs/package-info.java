/** Tests of foundation.jobs. */
@NullMarked
package dev.waystation.platform.foundation.jobs;

import org.jspecify.annotations.NullMarked;
