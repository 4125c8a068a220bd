/** What staff access can do, one class per operation. */
@NullMarked
package dev.waystation.platform.operators.access.usecase;

import org.jspecify.annotations.NullMarked;
