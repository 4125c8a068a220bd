package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.SeedJourneys;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.EdgeDraft;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.NodeDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.foundation.edge.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The playbooks every operator begins with, ready to adapt. */
@Service
class ReadyJourneys implements SeedJourneys {

    private static final Map<String, Object> SMS_SERVICE =
            Map.of("channel", "sms", "purpose", "service");
    private static final Map<String, Object> SMS_MARKETING =
            Map.of("channel", "sms", "purpose", "marketing");

    private final Templates templates;
    private final DefinitionRows definitions;
    private final DraftJourney draft;
    private final PublishJourney publish;

    ReadyJourneys(
            Templates templates,
            DefinitionRows definitions,
            DraftJourney draft,
            PublishJourney publish) {
        this.templates = templates;
        this.definitions = definitions;
        this.draft = draft;
        this.publish = publish;
    }

    @Override
    @Transactional
    public void seed() {
        texts();
        ready(
                "first-trip",
                new Said("首次出行跟进", "First-trip follow-up"),
                new Content(new Trigger("TripCompleted", Map.of()), ReEntry.ONCE, firstTrip()));
        ready(
                "senior-care",
                new Said("春运长者关怀", "Spring Festival care for seniors"),
                new Content(
                        new Trigger("TripCompleted", Map.of("passengerIsSenior", true)),
                        ReEntry.afterDays(30),
                        seniorCare()));
        ready(
                "dormant-90",
                new Said("90 天沉睡唤醒", "90-day dormant wake-up"),
                new Content(
                        new Trigger("TripCompleted", Map.of()), ReEntry.EACH_TRIGGER, dormant()));
    }

    private void ready(String code, Said name, Content content) {
        if (definitions.byCode(code).isPresent()) {
            return;
        }
        switch (draft.handle(new DraftJourney.Command(code, name, content))) {
            case DraftJourney.Outcome.Kept kept -> publishOrSay(code, kept.journey().journeyId());
            case DraftJourney.Outcome.Refused refused ->
                    throw new IllegalStateException(code + " was refused: " + refused.code());
        }
    }

    private void publishOrSay(String code, long id) {
        switch (publish.handle(id, "system")) {
            case PublishJourney.Outcome.Done _ -> {}
            case PublishJourney.Outcome.Refused refused ->
                    throw new IllegalStateException(
                            "%s was refused: %s %s"
                                    .formatted(code, refused.code(), refused.problems()));
        }
    }

    private static GraphDraft firstTrip() {
        return new GraphDraft(
                List.of(
                        node("start", "entry", "行程完成", "Trip completed", 0, Map.of()),
                        node(
                                "thanks",
                                "message",
                                "感谢首乘",
                                "Thank you",
                                2,
                                text("first-trip-thanks")),
                        node(
                                "again",
                                "await",
                                "30 天内再次出行？",
                                "Travels again in 30 days?",
                                3,
                                Map.of("fact", "TicketIssued", "patience", "P30D")),
                        node("offer", "message", "回程提醒", "Invitation", 4, offer("come-again")),
                        node("loyal", "exit", "再次出行", "Travelled again", 5, exit(true)),
                        node("done", "exit", "结束", "End", 6, exit(false))),
                List.of(
                        edge("start", "thanks", "next"),
                        edge("thanks", "again", "next"),
                        edge("again", "loyal", "fact"),
                        edge("again", "offer", "timeout"),
                        edge("offer", "done", "next")),
                null);
    }

    private static GraphDraft seniorCare() {
        return new GraphDraft(
                List.of(
                        node("start", "entry", "长者完成行程", "A senior travelled", 0, Map.of()),
                        node("daytime", "wait_until", "等到 10:00", "Until 10:00", 1, at("10:00")),
                        node(
                                "age",
                                "branch",
                                "年满 70 岁？",
                                "Aged 70 or over?",
                                2,
                                Map.of(
                                        "arms",
                                        List.of(
                                                Map.of(
                                                        "key",
                                                        "seventy",
                                                        "condition",
                                                        Map.of("age", Map.of("$gte", 70)))))),
                        node("help", "message", "人工协助提示", "Offer of help", 3, text("senior-help")),
                        node("care", "message", "春运关怀", "Festival care", 4, text("senior-care")),
                        node("done", "exit", "已关怀", "Cared for", 5, exit(true))),
                List.of(
                        edge("start", "daytime", "next"),
                        edge("daytime", "age", "next"),
                        edge("age", "help", "seventy"),
                        edge("age", "care", "otherwise"),
                        edge("help", "done", "next"),
                        edge("care", "done", "next")),
                null);
    }

    private static GraphDraft dormant() {
        return new GraphDraft(
                List.of(
                        node("start", "entry", "行程完成", "Trip completed", 0, Map.of()),
                        node("quiet", "wait", "90 天无出行", "90 days without a trip", 1, wait("P90D")),
                        node(
                                "split",
                                "split",
                                "一半对照",
                                "Half as control",
                                2,
                                Map.of(
                                        "shares",
                                        List.of(
                                                Map.of("key", "write", "perTenThousand", 5_000),
                                                Map.of("key", "hold", "perTenThousand", 5_000)))),
                        node("wake", "message", "唤醒消息", "Wake-up message", 3, offer("wake-up")),
                        node(
                                "back",
                                "await",
                                "14 天内购票？",
                                "Buys within 14 days?",
                                4,
                                Map.of("fact", "TicketIssued", "patience", "P14D")),
                        node("returned", "exit", "已唤醒", "Woken up", 5, exit(true)),
                        node("control", "exit", "对照组", "Control group", 6, exit(false)),
                        node("asleep", "exit", "仍沉睡", "Still dormant", 7, exit(false))),
                List.of(
                        edge("start", "quiet", "next"),
                        edge("quiet", "split", "next"),
                        edge("split", "wake", "write"),
                        edge("split", "control", "hold"),
                        edge("wake", "back", "next"),
                        edge("back", "returned", "fact"),
                        edge("back", "asleep", "timeout")),
                "TripCompleted");
    }

    private void texts() {
        write(
                "first-trip-thanks",
                "感谢您的首次出行",
                "Thank you for your first trip",
                "感谢您 {date} 的出行，本次积分已入账，可在会员中心查看。",
                "Thank you for travelling on {date}. Your points are in your account.");
        write(
                "come-again",
                "期待再次同行",
                "See you again",
                "距您 {date} 的出行已有一段时间，近期车票充足，欢迎再次出行。退订回复 T。",
                "It has been a while since {date}. There are seats; come again. Reply T to opt out.");
        write(
                "senior-care",
                "春运关怀",
                "Festival care",
                "春运期间客流较大，各站设有爱心通道，凭票即可优先进站。祝您旅途平安。",
                "Stations are busy around the festival. Your ticket opens the priority lane.");
        write(
                "senior-help",
                "出行协助",
                "Help on your way",
                "70 岁及以上旅客可预约进出站协助，请致电车站服务台，由工作人员为您办理。",
                "Travellers of 70 and over can book help at the station by calling its desk.");
        write(
                "wake-up",
                "好久不见",
                "Long time no see",
                "自 {date} 以来未见您出行，账户积分仍可兑换车票。退订回复 T。",
                "We have not seen you since {date}. Your points still buy tickets. Reply T to opt out.");
    }

    private void write(String code, String titleZh, String titleEn, String zh, String en) {
        templates.publish(new Template.Draft(code, new Said(titleZh, titleEn), new Said(zh, en)));
    }

    private static NodeDraft node(
            String id, String kind, String zh, String en, int row, Map<String, Object> settings) {
        return new NodeDraft(id, kind, new Said(zh, en), 0, 120 * row, settings);
    }

    private static EdgeDraft edge(String from, String to, String port) {
        return new EdgeDraft(from, to, port, label(port));
    }

    private static @Nullable Said label(String port) {
        return switch (port) {
            case "fact" -> new Said("发生", "yes");
            case "timeout" -> new Said("未发生", "no");
            case "otherwise" -> new Said("否", "otherwise");
            case "seventy" -> new Said("是", "yes");
            case "write" -> new Said("发送组", "written to");
            case "hold" -> new Said("对照组", "control");
            default -> null;
        };
    }

    private static Map<String, Object> wait(String length) {
        return Map.of("length", length);
    }

    private static Map<String, Object> at(String time) {
        return Map.of("time", time);
    }

    private static Map<String, Object> text(String template) {
        return with(SMS_SERVICE, template);
    }

    private static Map<String, Object> offer(String template) {
        return with(SMS_MARKETING, template);
    }

    private static Map<String, Object> with(Map<String, Object> route, String template) {
        var settings = new HashMap<>(route);
        settings.put("template", template);
        return settings;
    }

    private static Map<String, Object> exit(boolean goal) {
        return Map.of("goal", goal);
    }
}
