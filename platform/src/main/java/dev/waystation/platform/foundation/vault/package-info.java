/** Personal data at rest: a key per person, blind indexes, masks. Codes signed by the house. */
@NullMarked
package dev.waystation.platform.foundation.vault;

import org.jspecify.annotations.NullMarked;
