/** Events out of own facts and out of files. */
@NullMarked
package dev.waystation.platform.engagement.connectors.usecase;

import org.jspecify.annotations.NullMarked;
