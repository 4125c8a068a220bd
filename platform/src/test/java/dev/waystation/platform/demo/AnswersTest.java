package dev.waystation.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.messaging.facts.MessageQueued;
import dev.waystation.platform.foundation.facts.RecordedFact;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final int WRITTEN_TO = 20_000;
    private static final Instant NOON = Instant.parse("2026-12-01T04:00:00Z");

    private final Answers answers = new Answers();

    @Test
    void soManyOfThoseAJourneyWroteToBuyWithinTwoDaysHoweverOftenItIsTold() {
        List<RecordedFact> told = queued("journey/play-near-miss-1");
        answers.read(told);
        answers.read(told);
        assertThat(answers.due(NOON)).isEmpty();
        List<Long> members = answers.due(NOON.plus(Answers.WITHIN));
        assertThat((double) members.size())
                .isCloseTo(WRITTEN_TO * Answers.SHARE, Percentage.withPercentage(8));
        assertThat(members).doesNotHaveDuplicates();
        assertThat(answers.due(NOON.plus(Answers.WITHIN))).isEmpty();
    }

    @Test
    void nobodyBuysBecauseOfATicketsOwnMessage() {
        answers.read(queued("booking"));
        assertThat(answers.due(NOON.plus(Answers.WITHIN))).isEmpty();
    }

    private static List<RecordedFact> queued(String source) {
        return LongStream.rangeClosed(1, WRITTEN_TO)
                .mapToObj(id ->
                        new RecordedFact(
                                id,
                                new MessageQueued(
                                        id, 70_000 + id, "sms", "t", source, NOON, "exp_1", NOON),
                                NOON))
                .toList();
    }
}
