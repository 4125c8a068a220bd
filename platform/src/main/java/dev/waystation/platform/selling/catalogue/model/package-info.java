/** Timetables as read from files, and the picture of what runs that questions are answered from. */
@NullMarked
package dev.waystation.platform.selling.catalogue.model;

import org.jspecify.annotations.NullMarked;
