/** What staff does to venues. */
@NullMarked
package dev.waystation.platform.operators.venues.usecase;

import org.jspecify.annotations.NullMarked;
