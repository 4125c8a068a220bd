/** What an annual pass is and what it opens. */
@NullMarked
package dev.waystation.platform.members.passes.model;

import org.jspecify.annotations.NullMarked;
