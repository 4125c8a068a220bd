/** Sessions, staff, roles and API clients over HTTP. */
@NullMarked
package dev.waystation.platform.operators.access.web;

import org.jspecify.annotations.NullMarked;
