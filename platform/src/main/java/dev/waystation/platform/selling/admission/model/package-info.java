/** What gates decide. */
@NullMarked
package dev.waystation.platform.selling.admission.model;

import org.jspecify.annotations.NullMarked;
