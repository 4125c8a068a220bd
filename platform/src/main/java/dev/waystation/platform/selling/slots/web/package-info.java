/** Entry slots over HTTP. */
@NullMarked
package dev.waystation.platform.selling.slots.web;

import org.jspecify.annotations.NullMarked;
