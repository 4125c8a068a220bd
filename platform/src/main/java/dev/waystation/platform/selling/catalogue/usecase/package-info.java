/** What the catalogue does: import timetables, put runs on sale, answer what runs. */
@NullMarked
package dev.waystation.platform.selling.catalogue.usecase;

import org.jspecify.annotations.NullMarked;
