/** Graph interpreter: state + event -> next state + effects. */
@NullMarked
package dev.waystation.journey;

import org.jspecify.annotations.NullMarked;
