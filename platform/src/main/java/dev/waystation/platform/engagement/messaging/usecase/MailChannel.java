package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Mail over SMTP. What the server says about the address and whether it had taken the text when the
 * connection broke decide the receipt: only a mail that has certainly not left is tried again.
 */
@Component
@Order(0)
@ConditionalOnProperty("waystation.mail.host")
class MailChannel implements ChannelAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PERMANENT = 500;

    private final MailServer server;
    private final UnsubscribeLinks links;
    private final Clock clock;

    MailChannel(MailServer server, UnsubscribeLinks links, Clock clock) {
        this.server = server;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public boolean serves(String channel) {
        return channel.equals("email");
    }

    @Override
    public String account() {
        return "smtp";
    }

    /** A server may be slow or gone: it has a lane of its own, so that nobody waits for it. */
    @Override
    public LaneLimits limits() {
        return LaneLimits.CUSTOMARY;
    }

    @Override
    public Receipt send(Letter letter) {
        Session session = Session.getInstance(properties());
        SMTPTransport transport = new SMTPTransport(session, null);
        try {
            boolean asked = !server.user().isEmpty();
            transport.connect(
                    server.host(),
                    server.port(),
                    asked ? server.user() : null,
                    asked ? server.password() : null);
        } catch (MessagingException unreached) {
            LOG.warn("{} can't be reached", server, unreached);
            return new Receipt.NotNow(PATIENCE);
        }
        try {
            return handOver(transport, session, letter);
        } finally {
            close(transport);
        }
    }

    /** What the server said about the mail holds however the goodbye goes. */
    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException impolite) {
            LOG.debug("No goodbye from the mail server", impolite);
        }
    }

    private Receipt handOver(SMTPTransport transport, Session session, Letter letter) {
        try {
            MimeMessage mail = compose(session, letter);
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Receipt.Accepted(messageId(letter));
        } catch (SendFailedException refused) {
            return refusal(refused, messageId(letter));
        } catch (MessagingException broken) {
            return new Receipt.Unknown(messageId(letter));
        }
    }

    /** A no for good ends the address when it is about the address; a no for now is tried again. */
    private static Receipt refusal(SendFailedException refused, String messageId) {
        for (Exception next = refused; next instanceof MessagingException one; ) {
            if (one instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= PERMANENT
                        ? new Receipt.NoSuchAddress("SMTP_" + address.getReturnCode())
                        : new Receipt.NotNow(PATIENCE);
            }
            next = one.getNextException();
        }
        int code =
                refused instanceof SMTPSendFailedException whole
                        ? whole.getReturnCode()
                        : PERMANENT;
        if (code < 0) { // it hung up without a word
            return new Receipt.Unknown(messageId);
        }
        return code >= PERMANENT
                ? new Receipt.Refused("SMTP_" + code)
                : new Receipt.NotNow(PATIENCE);
    }

    private MimeMessage compose(Session session, Letter letter) throws MessagingException {
        var mail =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", messageId(letter));
                    }
                };
        String encoding = StandardCharsets.UTF_8.name();
        mail.setFrom(new InternetAddress(server.from(), true));
        mail.setRecipients(
                MimeMessage.RecipientType.TO,
                new Address[] {new InternetAddress(letter.to().address(), true)});
        mail.setSubject(letter.title(), encoding);
        mail.setSentDate(Date.from(clock.instant()));
        String link = links.of(letter.reference());
        mail.setHeader("List-Unsubscribe", "<" + link + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        if (letter.page().isEmpty()) {
            mail.setText(letter.body(), encoding);
        } else {
            mail.setContent(both(letter, encoding));
        }
        mail.saveChanges();
        return mail;
    }

    /** The plain words first, the page last: programs show the last part they understand. */
    private static Multipart both(Letter letter, String encoding) throws MessagingException {
        var words = new MimeBodyPart();
        words.setText(letter.body(), encoding);
        var page = new MimeBodyPart();
        page.setText(letter.page(), encoding, "html");
        return new MimeMultipart("alternative", words, page);
    }

    /** The same for every attempt, so that receipts and bounces find the message. */
    private String messageId(Letter letter) {
        String domain = server.from().substring(server.from().indexOf('@') + 1);
        return "<" + letter.reference() + "@" + domain + ">";
    }

    private Properties properties() {
        String millis = Long.toString(server.patience().toMillis());
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.starttls.enable", "true");
        if (!server.returns().isEmpty()) {
            properties.setProperty("mail.smtp.from", server.returns());
        }
        properties.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        return properties;
    }
}
