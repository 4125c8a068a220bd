/** Group commit: submit, drain, decide, persist, answer; back-pressure. */
@NullMarked
package dev.waystation.lane;

import org.jspecify.annotations.NullMarked;
