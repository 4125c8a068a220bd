package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ReturnBox;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A mailbox over IMAP or POP3. With IMAP what was read is marked and stays for people to look at;
 * POP3 has no marks, so there it is deleted.
 */
@Component
@ConditionalOnProperty("waystation.mail.returns.host")
class MailboxOfReturns implements ReturnBox {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxOfReturns.class);
    private static final int MOST = 500;

    private final Box box;

    MailboxOfReturns(Box box) {
        this.box = box;
    }

    /**
     * Where it is.
     *
     * @param protocol imaps, imap, pop3s or pop3
     */
    @Component
    @ConditionalOnProperty("waystation.mail.returns.host")
    record Box(
            @Value("${waystation.mail.returns.protocol:imaps}") String protocol,
            @Value("${waystation.mail.returns.host}") String host,
            @Value("${waystation.mail.returns.port:993}") int port,
            @Value("${waystation.mail.returns.user}") String user,
            @Value("${waystation.mail.returns.password}") String password,
            @Value("${waystation.mail.patience:10s}") Duration patience) {

        boolean marks() {
            return protocol.startsWith("imap");
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return "Box[" + protocol + "://" + host + ":" + port + "]";
        }
    }

    @Override
    public int take(Consumer<MimeMessage> reader) {
        try (Store store = Session.getInstance(properties()).getStore(box.protocol())) {
            store.connect(box.host(), box.port(), box.user(), box.password());
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            try {
                return read(inbox, reader);
            } finally {
                inbox.close(true);
            }
        } catch (MessagingException unreached) {
            LOG.warn("{} can't be read and is tried again", box, unreached);
            return 0;
        }
    }

    private int read(Folder inbox, Consumer<MimeMessage> reader) throws MessagingException {
        int taken = 0;
        for (Message mail : waiting(inbox)) {
            if (taken == MOST || !(mail instanceof MimeMessage whole)) {
                break;
            }
            try {
                reader.accept(whole);
                mail.setFlag(box.marks() ? Flags.Flag.SEEN : Flags.Flag.DELETED, true);
                taken++;
            } catch (RuntimeException broken) {
                // reading marks by itself; it has to come again
                mail.setFlag(Flags.Flag.SEEN, false);
                LOG.warn("A mail that came back could not be read; the others are", broken);
            }
        }
        return taken;
    }

    private Message[] waiting(Folder inbox) throws MessagingException {
        return box.marks()
                ? inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))
                : inbox.getMessages();
    }

    private Properties properties() {
        String millis = Long.toString(box.patience().toMillis());
        var properties = new Properties();
        for (String setting : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + box.protocol() + "." + setting, millis);
        }
        return properties;
    }
}
