package dev.waystation.platform.story;

import java.nio.file.Path;
import java.util.List;

/** Every screen in a real browser. */
final class ScreensChapter implements Chapter {

    private final Stage stage;
    private final Path pictures;

    ScreensChapter(Stage stage, Path pictures) {
        this.stage = stage;
        this.pictures = pictures;
    }

    @Override
    public List<Step> steps() {
        return List.of(new Step("staff and member screens in the browser, zh and en", this::walk));
    }

    private String walk() {
        RunningPlatform platform = stage.platform();
        try (StoryBrowser browser =
                new StoryBrowser(platform.url(), platform.password(), pictures)) {
            return browser.walk(stage.elder().id(), SellingChapter.theTrip(stage).runId());
        }
    }
}
