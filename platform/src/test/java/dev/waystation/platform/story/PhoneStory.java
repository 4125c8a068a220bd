package dev.waystation.platform.story;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A story told on a running platform by two members with their phones and the staff's windows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PhoneStory {

    @TempDir private static Path data = Path.of("");
    final Phones phones = new Phones(() -> data);
    final Browsing browsing = new Browsing();

    @BeforeAll
    void open() {
        phones.open();
    }

    @AfterAll
    void close() {
        browsing.close();
        phones.close();
    }
}
