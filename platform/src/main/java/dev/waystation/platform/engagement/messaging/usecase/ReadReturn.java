package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.model.MailReturn;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands reports of delivery (RFC 3464) and of abuse (RFC 5965). Which mail they are about is
 * in the headers of the original that come with them; a report without them says nothing.
 */
final class ReadReturn {

    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    private static final String NO_STATUS = "5.0.0";
    private static final String ID = "Message-ID";

    private ReadReturn() {}

    /** Empty for a mail that is no report: people write to such boxes too. */
    static Optional<MailReturn> of(MimeMessage mail) {
        try {
            var type = new ContentType(mail.getContentType());
            if (!type.match("multipart/report")
                    || !(mail.getContent() instanceof Multipart parts)) {
                return Optional.empty();
            }
            String kind = Objects.requireNonNullElse(type.getParameter("report-type"), "");
            return kind.equalsIgnoreCase("feedback-report") ? complaint(parts) : delivery(parts);
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<MailReturn> delivery(Multipart parts)
            throws MessagingException, IOException {
        List<InternetHeaders> groups = fields(parts, "message/delivery-status");
        String id = original(parts);
        if (id.isEmpty() || groups.isEmpty()) {
            return Optional.empty();
        }
        InternetHeaders recipient = groups.getLast();
        String said = one(recipient, "Diagnostic-Code");
        Matcher status = STATUS.matcher(one(recipient, "Status"));
        return Optional.of(
                MailReturn.delivery(
                        id,
                        one(recipient, "Action"),
                        status.find() ? status.group() : NO_STATUS,
                        said.substring(said.indexOf(';') + 1)));
    }

    private static Optional<MailReturn> complaint(Multipart parts)
            throws MessagingException, IOException {
        List<InternetHeaders> report = fields(parts, "message/feedback-report");
        String id = original(parts);
        if (id.isEmpty() || report.isEmpty()) {
            return Optional.empty();
        }
        String type = one(report.getFirst(), "Feedback-Type");
        // others report fraud or that a mail was wanted after all
        return type.equalsIgnoreCase("abuse")
                ? Optional.of(MailReturn.complaint(id, "abuse"))
                : Optional.empty();
    }

    /** The Message-ID of the mail that came back; empty when the report does not say. */
    private static String original(Multipart parts) throws MessagingException, IOException {
        for (int place = 0; place < parts.getCount(); place++) {
            BodyPart part = parts.getBodyPart(place);
            if (part.isMimeType("text/rfc822-headers")) {
                try (InputStream in = part.getInputStream()) {
                    return one(new InternetHeaders(in), ID);
                }
            }
            if (part.isMimeType("message/rfc822")) {
                return part.getContent() instanceof MimeMessage whole
                        ? Objects.requireNonNullElse(whole.getMessageID(), "").strip()
                        : "";
            }
        }
        return "";
    }

    /** The groups of fields in a part of the report, the one about the mail first. */
    private static List<InternetHeaders> fields(Multipart parts, String type)
            throws MessagingException, IOException {
        var groups = new ArrayList<InternetHeaders>();
        for (int place = 0; place < parts.getCount(); place++) {
            BodyPart part = parts.getBodyPart(place);
            if (part.isMimeType(type)) {
                try (InputStream in = part.getInputStream()) {
                    for (int left = in.available(); left > 0; left = in.available()) {
                        groups.add(new InternetHeaders(in));
                    }
                }
            }
        }
        groups.removeIf(group -> !group.getAllHeaders().hasMoreElements());
        return groups;
    }

    private static String one(InternetHeaders headers, String name) {
        @Nullable String value = headers.getHeader(name, null);
        return value == null ? "" : value.strip();
    }
}
