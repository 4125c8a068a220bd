/** Tests of foundation.vault. */
@NullMarked
package dev.waystation.platform.foundation.vault;

import org.jspecify.annotations.NullMarked;
