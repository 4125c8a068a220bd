package dev.waystation.platform.engagement.messaging.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.links.PersonalLinks;
import dev.waystation.platform.engagement.messaging.ChannelAccounts;
import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.store.DueRows;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.ReceiptRows;
import dev.waystation.platform.engagement.messaging.store.TemplateRows;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Lanes over the real outbox: vendors that hang, that say no, and that come after one another. */
@PlatformIT
class LanesIT {

    private static final LaneLimits LIMITS = new LaneLimits(4, 100, 3, Duration.ofSeconds(30));

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Autowired DeliverDueMessages sandbox;
    @Autowired Outbox outbox;
    @Autowired Templates templates;
    @Autowired DueRows due;
    @Autowired MessageRows messages;
    @Autowired ReceiptRows receipts;
    @Autowired TemplateRows texts;
    @Autowired MailSheets pages;
    @Autowired Recipients recipients;
    @Autowired FactLog facts;
    @Autowired Members members;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired PersonalLinks links;
    @Autowired JsonMapper json;
    @Autowired PlatformTransactionManager transactions;

    @BeforeEach
    void publishATextAndEmptyTheOutbox() {
        templates.publish(
                new Template.Draft("lanes-test", new Said("提醒", "Note"), new Said("您好", "Hi")));
        while (sandbox.handle(clock.instant()) > 0) {
            assertThat(sandbox).isNotNull();
        }
    }

    /** A vendor that answers by a rule. */
    private record Vendor(String account, java.util.function.Function<Letter, Receipt> answer)
            implements ChannelAdapter {
        @Override
        public boolean serves(String channel) {
            return true;
        }

        @Override
        public LaneLimits limits() {
            return LIMITS;
        }

        @Override
        public Receipt send(Letter letter) {
            return answer.apply(letter);
        }
    }

    private DeliverDueMessages deliverBy(ChannelAccounts accounts) {
        var lanes = new SendingLanes(List.of(accounts), List.of());
        var handOver = new HandOver(texts, recipients, lanes, links, pages, json);
        var stream = new SendStream(due, messages, recipients, handOver, facts, transactions);
        return new DeliverDueMessages(due, receipts, lanes, stream);
    }

    private List<UUID> offer(int count, String channel) {
        List<UUID> references = new ArrayList<>();
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        for (int i = 0; i < count; i++) {
            UUID reference = UUID.randomUUID();
            references.add(reference);
            outbox.offer(
                    new MessageOffer(
                            reference,
                            member,
                            channel,
                            "transactional",
                            "lanes-test",
                            Map.of(),
                            "test",
                            null));
        }
        return references;
    }

    private List<@Nullable String> statuses(List<UUID> references) {
        return jdbc.sql(
                        """
                        select distinct status || coalesce(' by ' || account, '')
                        from messaging.message where reference = any(:references) order by 1
                        """)
                .param("references", references.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    private static ChannelAdapter.Receipt delivered(ChannelAdapter.Letter letter) {
        return new ChannelAdapter.Receipt.Delivered("v-" + letter.reference());
    }

    @Test
    @Capability("CH-09")
    void whatHangsInOneLaneIsNotWaitedForByTheOthers() throws Exception {
        var hangs = new CountDownLatch(1);
        var dead =
                new Vendor(
                        "dead",
                        _ -> {
                            try {
                                hangs.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return new ChannelAdapter.Receipt.Unknown("late");
                        });
        var well = new Vendor("well", LanesIT::delivered);
        DeliverDueMessages own =
                deliverBy((channel, _) -> List.of(channel.equals("sms") ? dead : well));
        List<UUID> stuck = offer(4, "sms");
        List<UUID> others = offer(20, "wechat");
        try {
            own.run(clock.instant(), PATIENCE);
            assertThat(statuses(stuck)).containsExactly("sending");
            assertThat(statuses(others)).containsExactly("delivered by well");
            List<UUID> shared = offer(4, "wechat");
            deliverBy((_, _) -> List.of(dead)).run(clock.instant(), PATIENCE);
            assertThat(statuses(shared)).as("the control: one lane").containsExactly("sending");
        } finally {
            hangs.countDown();
        }
    }

    @Test
    @Capability("CH-01")
    void whatHasCertainlyNotLeftGoesToTheNextVendorAndWhatMayHaveLeftDoesNot() {
        var busy =
                new Vendor("busy", _ -> new ChannelAdapter.Receipt.NotNow(Duration.ofMinutes(5)));
        var next = new Vendor("next", LanesIT::delivered);
        List<UUID> failedOver = offer(3, "sms");
        deliverBy((_, _) -> List.of(busy, next)).handle(clock.instant());
        assertThat(statuses(failedOver)).containsExactly("delivered by next");

        var silent = new Vendor("silent", each -> new ChannelAdapter.Receipt.Unknown("?"));
        List<UUID> unclear = offer(1, "sms");
        deliverBy((_, _) -> List.of(silent, next)).handle(clock.instant());
        assertThat(statuses(unclear)).containsExactly("unknown by silent");
    }

    @Test
    void aVendorThatNeverAnswersRestsAndTheNextOneCarriesOn() {
        var silent = new Vendor("silent", _ -> new ChannelAdapter.Receipt.Unknown("?"));
        var next = new Vendor("next", LanesIT::delivered);
        DeliverDueMessages deliver = deliverBy((_, _) -> List.of(silent, next));
        List<UUID> all = offer(12, "sms");
        for (int i = 0; i < 12; i++) {
            deliver.handle(clock.instant());
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from messaging.message
                                        where reference = any(:all) and account = 'silent'
                                        """)
                                .param("all", all.toArray(UUID[]::new))
                                .query(Integer.class)
                                .single())
                .as("those of the one round before it rested")
                .isBetween(3, 4);
        assertThat(statuses(all)).containsExactly("delivered by next", "unknown by silent");
    }
}
