package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ReturnBox;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The mailbox of the sample world. Where no mail leaves, addresses that begin with {@code bounce},
 * {@code full} or {@code complain} answer with the reports that mail houses write.
 */
@Component
class SandboxReturns implements ReturnBox {

    private static final String REPORT =
            """
            From: MAILER-DAEMON@mail.example
            Subject: %s
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=%s; boundary="part"

            --part
            Content-Type: text/plain

            This is a report about a mail you sent.
            --part
            Content-Type: message/%s

            %s
            --part
            Content-Type: text/rfc822-headers

            Message-ID: %s
            --part--
            """;

    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

    /** Whether the reader of that address lets us know something, by and by. */
    boolean answers(String address, String messageId) {
        if (address.startsWith("bounce")) {
            waiting.add(failed("5.1.1", "550 5.1.1 no such user", messageId));
        } else if (address.startsWith("full")) {
            waiting.add(failed("5.2.2", "552 5.2.2 mailbox is full", messageId));
        } else if (address.startsWith("complain")) {
            waiting.add(
                    REPORT.formatted(
                            "Complaint",
                            "feedback-report",
                            "feedback-report",
                            "Feedback-Type: abuse\nVersion: 1",
                            messageId));
        } else {
            return false;
        }
        return true;
    }

    private static String failed(String status, String said, String messageId) {
        return REPORT.formatted(
                "Undelivered mail",
                "delivery-status",
                "delivery-status",
                "Reporting-MTA: dns; mail.example\n\nFinal-Recipient: rfc822; reader@mail.example\n"
                        + "Action: failed\nStatus: "
                        + status
                        + "\nDiagnostic-Code: smtp; "
                        + said,
                messageId);
    }

    @Override
    public int take(Consumer<MimeMessage> reader) {
        int taken = 0;
        for (String next = waiting.poll(); next != null; next = waiting.poll()) {
            try {
                reader.accept(
                        new MimeMessage(
                                Session.getInstance(new Properties()),
                                new ByteArrayInputStream(
                                        next.replace("\n", "\r\n")
                                                .getBytes(StandardCharsets.UTF_8))));
            } catch (MessagingException e) {
                throw new IllegalStateException("The sandbox wrote no mail", e);
            }
            taken++;
        }
        return taken;
    }
}
