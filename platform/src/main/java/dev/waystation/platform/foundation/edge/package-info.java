/** HTTP as all modules see it: callers, permissions, problems, ids, pages, idempotency. */
@NullMarked
package dev.waystation.platform.foundation.edge;

import org.jspecify.annotations.NullMarked;
