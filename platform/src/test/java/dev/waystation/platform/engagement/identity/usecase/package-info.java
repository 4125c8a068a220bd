@NullMarked
package dev.waystation.platform.engagement.identity.usecase;

import org.jspecify.annotations.NullMarked;
