/** Gates over HTTP. */
@NullMarked
package dev.waystation.platform.selling.admission.web;

import org.jspecify.annotations.NullMarked;
