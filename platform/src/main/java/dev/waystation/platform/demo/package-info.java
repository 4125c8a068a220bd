/**
 * The sample world and "play a day": real use cases driven by invented customers. Nothing depends
 * on it.
 */
@NullMarked
package dev.waystation.platform.demo;

import org.jspecify.annotations.NullMarked;
