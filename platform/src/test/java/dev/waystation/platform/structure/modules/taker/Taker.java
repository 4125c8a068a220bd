package dev.waystation.platform.structure.modules.taker;

import dev.waystation.platform.structure.modules.giver.Given;

/** Depends on a module that it did not declare. */
public record Taker(Given given) {}
