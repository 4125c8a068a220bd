package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.model.Question;
import dev.waystation.platform.engagement.journey.store.CallRows;
import dev.waystation.platform.engagement.webhooks.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks what is due. A question is taken and committed before the network is asked; whoever dies
 * with the answer in his hand leaves it to be asked again under the same id, by which the receiver
 * knows it.
 */
@Service
public class MakeCalls {

    private static final Logger LOG = LoggerFactory.getLogger(MakeCalls.class);
    private static final int AT_ONCE = 50;
    private static final Duration TAKEN_FOR = Duration.ofMinutes(1);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 4;

    private final CallRows rows;
    private final Calls calls;
    private final HearReply hear;
    private final TransactionTemplate transaction;

    MakeCalls(CallRows rows, Calls calls, HearReply hear, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.calls = calls;
        this.hear = hear;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many were asked, as many as go at once. */
    public int handle(Instant now) {
        List<Question> due =
                transaction.execute(_ -> {
                    rows.giveUp(now);
                    return rows.claim(now, now.plus(TAKEN_FOR), AT_ONCE);
                });
        if (due == null || due.isEmpty()) {
            return 0;
        }
        try (var lines = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(question -> lines.execute(() -> ask(question, now)));
        }
        return due.size();
    }

    private void ask(Question question, Instant now) {
        try {
            switch (calls.ask(
                    question.address(), question.reference().toString(), question.payload())) {
                case Calls.Reply.Answered answered -> hear.answered(question, answered.body(), now);
                case Calls.Reply.Refused refused -> hear.failed(question, refused.why(), now);
                case Calls.Reply.NotNow later ->
                        transaction.executeWithoutResult(_ ->
                                rows.later(
                                        question.reference(),
                                        now.plus(pause(question.attempts())),
                                        later.why()));
            }
        } catch (RuntimeException broken) {
            // its lease ends by itself, and the others go on
            LOG.error("Question {} can't be asked", question.reference(), broken);
        }
    }

    private static Duration pause(int attempts) {
        return FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    }
}
