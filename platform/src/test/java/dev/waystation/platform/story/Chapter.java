package dev.waystation.platform.story;

import java.util.List;
import java.util.function.Supplier;

/** A part of the story, as steps in their order; nothing happens before a step is told. */
interface Chapter {

    List<Step> steps();

    /**
     * @param tell does it, checks it and gives the figure that is written beside the title
     */
    record Step(String title, Supplier<String> tell) {}
}
