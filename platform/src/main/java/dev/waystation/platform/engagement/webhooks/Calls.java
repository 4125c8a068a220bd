package dev.waystation.platform.engagement.webhooks;

import java.util.List;

/** The door to systems of the operator that are asked and answer, signed as every webhook is. */
public interface Calls {

    /** What an endpoint subscribes to in order to be asked by journeys. */
    String TYPE = "journey.call";

    /** Where one may ask. */
    record Address(long id, String url) {}

    /** Endpoints that answer questions now. */
    List<Address> addresses();

    /** What came back. */
    sealed interface Reply {

        /** It answered; whether that is of use is for whoever asked to say. */
        record Answered(String body) implements Reply {}

        /** It will not answer this, however often it is asked. */
        record Refused(String why) implements Reply {}

        /** Nothing yet: it can't be reached, is too busy, or fell silent. */
        record NotNow(String why) implements Reply {}
    }

    /**
     * Asks once, outside of any transaction.
     *
     * @param messageId by which the receiver knows a question that comes again
     */
    Reply ask(long address, String messageId, String body);
}
