@NullMarked
package dev.waystation.platform.selling.catalogue.model;

import org.jspecify.annotations.NullMarked;
