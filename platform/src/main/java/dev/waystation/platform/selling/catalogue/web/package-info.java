/** The catalogue over HTTP. */
@NullMarked
package dev.waystation.platform.selling.catalogue.web;

import org.jspecify.annotations.NullMarked;
