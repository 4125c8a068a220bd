package dev.waystation.platform.engagement.playbook.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The journey of a launch, in the form the canvas has it: enter; perhaps wait, perhaps leave when
 * it is needless; perhaps part a control group; give; say; see whether it works. The control group
 * waits for the same goal as long, so that both can be counted alike.
 */
public final class Drawing {

    public static final String CONTROL = "control";
    public static final String OFFER = "offer";

    /** Where those who got nothing wait for the goal, and where they have reached it. */
    public static final String WATCH = "watch";

    public static final String WATCH_DONE = "watch-done";

    /** Where the others wait for the goal, and where they have reached it. */
    public static final String HOPE = "hope";

    public static final String HOPE_DONE = "hope-done";

    private static final int ROW = 120;
    private static final int COLUMN = 260;
    private static final int TEN_THOUSAND = 10_000;
    private static final int PER_CENT = 100;

    private final Playbook book;
    private final Values values;
    private final List<Map<String, Object>> nodes = new ArrayList<>();
    private final List<Map<String, Object>> edges = new ArrayList<>();
    private int row;
    private String last = "";
    private String port = "next";

    private Drawing(Playbook book, Values values) {
        this.book = book;
        this.values = values;
    }

    /**
     * Trigger, re-entry rule and graph.
     *
     * @param trigger what lets members in
     * @param template the code of the text to send
     * @param trial the key of the experiment, null where there is no control group
     */
    public static Map<String, Object> of(
            Playbook book,
            Values values,
            Playbook.Trigger trigger,
            String template,
            @Nullable String trial) {
        var drawing = new Drawing(book, values);
        drawing.draw(template, trial);
        return Map.of(
                "trigger",
                Map.of("fact", trigger.fact(), "when", trigger.when()),
                "reEntry",
                book.again() == 0
                        ? Map.of("rule", "once", "days", 0)
                        : Map.of("rule", "after_days", "days", book.again()),
                "graph",
                Map.of("nodes", drawing.nodes, "edges", drawing.edges));
    }

    private void draw(String template, @Nullable String trial) {
        step("in", "entry", new Said("进入", "Enter"), Map.of());
        Playbook.Deed unless = book.unless();
        if (unless != null) {
            step(
                    "unless",
                    "await",
                    new Said("已自己完成？", "Done already?"),
                    Map.of("fact", unless.fact(), "patience", values.in(unless.within())));
            aside("needless", "unless", "fact", new Said("无需提醒", "No need"));
            port = "timeout";
        }
        String after = book.after();
        if (after != null) {
            step("wait", "wait", new Said("等待", "Wait"), Map.of("length", values.in(after)));
        }
        String at = book.at();
        if (at != null) {
            step("at", "wait_until", new Said("等到", "Until"), Map.of("time", values.in(at)));
        }
        if (trial != null) {
            part(trial);
        }
        Playbook.Gift gift = book.gift();
        if (gift != null) {
            step(
                    "give",
                    "grant",
                    new Said("赠送", "Give"),
                    Map.of(
                            "kind", gift.kind(),
                            "what", values.in(gift.what()),
                            "amount", values.inTree(gift.amount())));
        }
        step(
                "say",
                "message",
                book.message().title(),
                Map.of(
                        "channel", values.text("channel"),
                        "purpose", book.message().purpose(),
                        "template", template));
        goal(HOPE, HOPE_DONE);
    }

    private void part(String trial) {
        int control = values.whole("control") * TEN_THOUSAND / PER_CENT;
        step(
                "deal",
                "split",
                new Said("留出对照组", "Part a control group"),
                Map.of(
                        "trial",
                        trial,
                        "shares",
                        List.of(
                                Map.of("key", CONTROL, "perTenThousand", control),
                                Map.of("key", OFFER, "perTenThousand", TEN_THOUSAND - control))));
        int here = row;
        port = CONTROL;
        goal(WATCH, WATCH_DONE);
        row = here;
        last = "deal";
        port = OFFER;
    }

    private void goal(String watch, String done) {
        step(
                watch,
                "await",
                new Said("达成目标？", "Reached the goal?"),
                Map.of("fact", book.goal().fact(), "patience", values.in(book.goal().within())));
        exit(done, watch, "fact", true, new Said("达成", "Reached"));
        exit(watch + "-over", watch, "timeout", false, new Said("结束", "Over"));
    }

    private void aside(String id, String from, String way, Said label) {
        exit(id, from, way, false, label);
        last = from;
    }

    private void exit(String id, String from, String way, boolean goal, Said label) {
        node(id, "exit", label, Map.of("goal", goal));
        edge(from, id, way);
    }

    private void step(String id, String kind, Said label, Map<String, Object> settings) {
        node(id, kind, label, settings);
        if (!last.isEmpty()) {
            edge(last, id, port);
        }
        last = id;
        port = "next";
    }

    private void node(String id, String kind, Said label, Map<String, Object> settings) {
        var node = new LinkedHashMap<String, Object>();
        node.put("id", id);
        node.put("kind", kind);
        node.put("label", Map.of("zh", label.zh(), "en", label.en()));
        node.put("x", id.startsWith(WATCH) ? COLUMN : 0);
        node.put("y", ROW * row++);
        node.put("settings", settings);
        nodes.add(node);
    }

    private void edge(String from, String to, String way) {
        edges.add(Map.of("from", from, "to", to, "port", way));
    }
}
