package dev.waystation.platform.engagement.messaging.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.links.PersonalLinks;
import dev.waystation.platform.engagement.messaging.store.DueRows;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.ReceiptRows;
import dev.waystation.platform.engagement.messaging.store.TemplateRows;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.testkit.Capability;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** A mail server that takes calls and never says a word. */
class MailLaneIT extends MailDesk {

    @Autowired DueRows due;
    @Autowired MessageRows messages;
    @Autowired ReceiptRows receipts;
    @Autowired TemplateRows texts;
    @Autowired MailSheets pages;
    @Autowired Recipients recipients;
    @Autowired FactLog facts;
    @Autowired PersonalLinks personal;
    @Autowired JsonMapper json;
    @Autowired PlatformTransactionManager transactions;

    /** Were the calls made where the timer runs, {@code run} would not come back at all. */
    @Test
    @Capability("CH-09")
    void nobodyWaitsForASilentMailServer() throws Exception {
        List<UUID> mails = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            mails.add(send(reader("silent" + i + "@example.org")));
        }
        mails.forEach(this::waitsAgain);
        DeliverDueMessages silent;
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            silent = deliverBy(server.getLocalPort());
            silent.run(clock.instant(), Duration.ofMillis(300));
            assertThat(mails).extracting(this::standing).containsOnly("sending");
        }
        silent.run(clock.instant(), Duration.ofMinutes(1));
        for (int look = 0; look < 600 && standings(mails).contains("sending"); look++) {
            Thread.sleep(100);
        }
        assertThat(mails).extracting(this::standing).containsOnly("delayed");
        clock.advance(Duration.ofMinutes(6));
        while (deliver.handle(clock.instant()) > 0) {
            assertThat(deliver).isNotNull();
        }
        assertThat(mails).extracting(this::standing).containsOnly("delivered");
    }

    private void waitsAgain(UUID mail) {
        jdbc.sql(
                        """
                        update messaging.message
                        set status = 'queued', vendor_reference = null, closed_at = null
                        where reference = :reference
                        """)
                .param("reference", mail)
                .update();
    }

    private List<String> standings(List<UUID> mails) {
        return mails.stream().map(this::standing).toList();
    }

    private DeliverDueMessages deliverBy(int port) {
        var server =
                new MailServer(
                        "127.0.0.1",
                        port,
                        "",
                        "",
                        "care@example.com",
                        "returns@example.com",
                        Duration.ofMinutes(2));
        var lanes = new SendingLanes(List.of(), List.of(new MailChannel(server, links, clock)));
        var handOver = new HandOver(texts, recipients, lanes, personal, pages, json);
        var stream = new SendStream(due, messages, recipients, handOver, facts, transactions);
        return new DeliverDueMessages(due, receipts, lanes, stream);
    }
}
