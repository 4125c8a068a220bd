package dev.waystation.platform.story;

import dev.waystation.testkit.Capability;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One business story from timetable to message, by API and then in the browser, on one platform
 * that runs as a demo. Chapters build on one another, so their order is the order of the story.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryIT {

    @TempDir private static Path data = Path.of("");
    private final Stage stage = new Stage(() -> data);
    private final Chapter opening = new OpeningChapter(stage);
    private final Chapter selling = new SellingChapter(stage);
    private final Chapter deadlines = new DeadlineChapter(stage);
    private final Chapter callbacks = new CallbackChapter(stage);
    private final Chapter travel = new TravelChapter(stage);
    private final Chapter wrongInput = new WrongInputChapter(stage);
    private final Browsing browsing = new Browsing();
    private final SellingDeskWalk sellingDesk = new SellingDeskWalk(stage, browsing);
    private final MemberWalk memberWalk = new MemberWalk(stage, browsing);
    private final Chapter memberDesk = new MemberDeskWalk(stage, sellingDesk, memberWalk);
    private final Chapter screens =
            new ScreensChapter(
                    stage,
                    browsing,
                    sellingDesk,
                    memberWalk,
                    root().resolve("platform/target/screenshots"));
    private final Chapter keyboard = new KeyboardChapter(sellingDesk);
    private final StoryBook book =
            new StoryBook(
                    root().resolve("benchmarks/results/story.txt"),
                    List.of(
                            opening,
                            selling,
                            deadlines,
                            callbacks,
                            travel,
                            wrongInput,
                            sellingDesk,
                            memberWalk,
                            memberDesk,
                            keyboard,
                            screens));

    @AfterAll
    void stop() {
        browsing.close();
        stage.close();
    }

    @Test
    @Order(1)
    void aTimetableIsImportedAndReleased() {
        book.tell(opening);
    }

    @Test
    @Order(2)
    @Capability("S1")
    void membersBuyAndASeatIsSoldAgainForTheNextPartOfTheWay() {
        book.tell(selling);
    }

    @Test
    @Order(3)
    @Capability("S16")
    @Capability("S17")
    void holdsEndAndLateMoneyFindsSeatsOrGoesBack() {
        book.tell(deadlines);
    }

    @Test
    @Order(4)
    void onlyTheTrueCallbackCountsAndOnlyOnce() {
        book.tell(callbacks);
    }

    @Test
    @Order(5)
    void aTripEarnsPointsATierTagsASegmentAndAMessage() {
        book.tell(travel);
    }

    @Test
    @Order(6)
    void whatCannotBeServedIsRefusedWithItsOwnReason() {
        book.tell(wrongInput);
    }

    @Test
    @Order(7)
    void staffImportPlanAndReadTheBoardInTheBrowser() {
        book.tell(sellingDesk);
    }

    @Test
    @Order(8)
    void aPersonRegistersAndBuysInTheBrowser() {
        book.tell(memberWalk);
    }

    @Test
    @Order(9)
    void staffSeeHerTripAndItsReasonsInTheBrowser() {
        book.tell(memberDesk);
    }

    @Test
    @Order(10)
    void staffNeedNoMouse() {
        book.tell(keyboard);
    }

    @Test
    @Order(11)
    void everyScreenStandsInBothLanguages() {
        book.tell(screens);
    }

    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("platform") ? here.resolveSibling("") : here;
    }
}
