package dev.waystation.platform.story;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A story told on a running platform at the staff's windows alone; nobody is a member yet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskStory {

    @TempDir private static Path data = Path.of("");
    final Stage stage = new Stage(() -> data);
    final Browsing browsing = new Browsing();

    @BeforeAll
    void open() {
        stage.open();
    }

    @AfterAll
    void close() {
        browsing.close();
        stage.close();
    }
}
