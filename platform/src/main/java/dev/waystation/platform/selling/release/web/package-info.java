/** Release over HTTP. */
@NullMarked
package dev.waystation.platform.selling.release.web;

import org.jspecify.annotations.NullMarked;
