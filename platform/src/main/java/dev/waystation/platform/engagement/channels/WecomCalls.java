package dev.waystation.platform.engagement.channels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The door to WeCom for whoever keeps contacts, tasks and tags there. Secrets and tokens stay
 * behind it, and it says what is certain about a call.
 */
public interface WecomCalls {

    /** Companies that are connected, by the code of their account. */
    List<String> accounts();

    /** A setting of the account, such as how many Moments a month; empty when there is none. */
    String setting(String account, String name);

    /**
     * Calls once; without a body it only asks. Only a token that has run out is tried again: it has
     * carried nothing.
     */
    Answer call(String account, String path, Map<String, ?> body);

    /** The member was found to be this customer. */
    void met(long memberId, String externalUserid);

    /** The member who was seen as this customer. */
    Optional<Long> member(String externalUserid);

    /** What came back. */
    sealed interface Answer {
        record Said(JsonNode body) implements Answer {}

        /** It did nothing, and says why. */
        record Refused(int code, String words) implements Answer {}

        /** It certainly did nothing, and may be asked again. */
        record NotNow() implements Answer {}

        /** It may have been done. */
        record Silent() implements Answer {}
    }
}
