/** Award seats over HTTP. */
@NullMarked
package dev.waystation.platform.selling.awards.web;

import org.jspecify.annotations.NullMarked;
