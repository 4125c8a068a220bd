package dev.waystation.platform.engagement.journey;

import dev.waystation.platform.engagement.journey.model.EdgeDraft;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.NodeDraft;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;

/** Drawings for tests. */
final class DrawnJourneys {

    private DrawnJourneys() {}

    private static NodeDraft node(String id, String kind, Map<String, Object> settings) {
        return new NodeDraft(id, kind, Said.same(id), 0, 0, settings);
    }

    static GraphDraft sayAndHope(String template) {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node(
                                "say",
                                "message",
                                Map.of(
                                        "channel",
                                        "sms",
                                        "purpose",
                                        "transactional",
                                        "template",
                                        template)),
                        node("hope", "await", Map.of("fact", "StudentVerified", "patience", "P7D")),
                        node("good", "exit", Map.of("goal", true)),
                        node("bad", "exit", Map.of("goal", false))),
                List.of(
                        new EdgeDraft("in", "say", "next", null),
                        new EdgeDraft("say", "hope", "next", null),
                        new EdgeDraft("hope", "good", "fact", null),
                        new EdgeDraft("hope", "bad", "timeout", null)),
                null);
    }

    /** Whoever meets the condition gets the tag and the message; the others leave. */
    static GraphDraft askTagAndSay(Map<String, Object> condition, String tag, String template) {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node(
                                "ask",
                                "branch",
                                Map.of(
                                        "arms",
                                        List.of(Map.of("key", "yes", "condition", condition)))),
                        node("mark", "tag", Map.of("tag", tag)),
                        node(
                                "say",
                                "message",
                                Map.of(
                                        "channel",
                                        "sms",
                                        "purpose",
                                        "transactional",
                                        "template",
                                        template)),
                        node("out", "exit", Map.of())),
                List.of(
                        new EdgeDraft("in", "ask", "next", null),
                        new EdgeDraft("ask", "mark", "yes", null),
                        new EdgeDraft("ask", "out", "otherwise", null),
                        new EdgeDraft("mark", "say", "next", null),
                        new EdgeDraft("say", "out", "next", null)),
                null);
    }

    /** A tenth only watches; the others get the gift. */
    static GraphDraft watchOrGive(String trial, Map<String, Object> gift) {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node(
                                "deal",
                                "split",
                                Map.of(
                                        "trial",
                                        trial,
                                        "shares",
                                        List.of(
                                                Map.of("key", "control", "perTenThousand", 1_000),
                                                Map.of("key", "offer", "perTenThousand", 9_000)))),
                        node("give", "grant", gift),
                        node("out", "exit", Map.of())),
                List.of(
                        new EdgeDraft("in", "deal", "next", null),
                        new EdgeDraft("deal", "out", "control", null),
                        new EdgeDraft("deal", "give", "offer", null),
                        new EdgeDraft("give", "out", "next", null)),
                null);
    }
}
