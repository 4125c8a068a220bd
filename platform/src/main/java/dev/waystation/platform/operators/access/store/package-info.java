/** Tables of staff, sessions, codes and API clients. */
@NullMarked
package dev.waystation.platform.operators.access.store;

import org.jspecify.annotations.NullMarked;
