/** Passes over HTTP. */
@NullMarked
package dev.waystation.platform.members.passes.web;

import org.jspecify.annotations.NullMarked;
