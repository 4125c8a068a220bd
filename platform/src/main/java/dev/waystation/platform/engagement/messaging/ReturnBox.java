package dev.waystation.platform.engagement.messaging;

import jakarta.mail.internet.MimeMessage;
import java.util.function.Consumer;

/** The mailbox to which mail houses send what they could not deliver, and what readers complain. */
public interface ReturnBox {

    /**
     * Gives each mail that waits to the reader, some at a time. One that the reader took is not
     * given again; one that it threw at waits.
     *
     * @return how many were taken
     */
    int take(Consumer<MimeMessage> reader);
}
