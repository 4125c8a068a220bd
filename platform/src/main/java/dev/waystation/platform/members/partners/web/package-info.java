/** Partners over HTTP. */
@NullMarked
package dev.waystation.platform.members.partners.web;

import org.jspecify.annotations.NullMarked;
