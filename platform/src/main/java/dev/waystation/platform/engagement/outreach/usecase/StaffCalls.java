package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.channels.WecomCalls;
import dev.waystation.platform.engagement.channels.WecomCalls.Answer;
import dev.waystation.platform.engagement.outreach.model.Kind;
import dev.waystation.platform.engagement.outreach.model.Part;
import dev.waystation.platform.engagement.outreach.store.ContactRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What is said to WeCom about tasks of staff, and how its answers read. */
@Component
class StaffCalls {

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 200;
    private static final int MADE = 3;

    private final WecomCalls wecom;
    private final ContactRows contacts;

    StaffCalls(WecomCalls wecom, ContactRows contacts) {
        this.wecom = wecom;
        this.contacts = contacts;
    }

    /** What came of one receiver: waiting, sent, no_friend or over_limit. */
    record Result(String receiver, String result, Instant at) {}

    /** Asks WeCom to ask staff. */
    Answer create(Part part, Set<String> receivers) {
        Map<String, Object> text = Map.of("content", part.body());
        return switch (part.kind()) {
            case CUSTOMERS ->
                    wecom.call(
                            part.account(),
                            "externalcontact/add_msg_template",
                            Map.of(
                                    "chat_type",
                                    "single",
                                    "external_userid",
                                    contacts.plain(part.account(), receivers),
                                    "sender",
                                    part.staff(),
                                    "text",
                                    text));
            case GROUPS ->
                    wecom.call(
                            part.account(),
                            "externalcontact/add_msg_template",
                            Map.of(
                                    "chat_type",
                                    "group",
                                    "chat_id_list",
                                    receivers.stream().sorted().toList(),
                                    "sender",
                                    part.staff(),
                                    "text",
                                    text));
            case MOMENTS ->
                    wecom.call(
                            part.account(),
                            "externalcontact/add_moment_task",
                            Map.of(
                                    "text",
                                    text,
                                    "visible_range",
                                    Map.of(
                                            "sender_list",
                                            Map.of("user_list", List.of(part.staff())))));
        };
    }

    Answer remind(Part part) {
        return wecom.call(
                part.account(),
                "externalcontact/remind_groupmsg_send",
                Map.of("msgid", String.valueOf(part.vendorId())));
    }

    Answer cancel(Part part) {
        String number = String.valueOf(part.vendorId());
        return part.kind() == Kind.MOMENTS
                ? wecom.call(
                        part.account(),
                        "externalcontact/cancel_moment_task",
                        Map.of("moment_id", number))
                : wecom.call(
                        part.account(),
                        "externalcontact/cancel_groupmsg_send",
                        Map.of("msgid", number));
    }

    /** The number of Moments that WeCom was making; empty while it is not done. */
    Optional<String> made(Part part) {
        Answer answer =
                wecom.call(
                        part.account(),
                        "externalcontact/get_moment_task_result?jobid=" + part.job(),
                        Map.of());
        return answer instanceof Answer.Said(JsonNode said) && said.path("status").asInt(0) == MADE
                ? Optional.of(said.path("result").path("moment_id").asString(""))
                        .filter(number -> !number.isEmpty())
                : Optional.empty();
    }

    /** Results of all receivers WeCom knows of; empty when it can't say now. */
    Optional<List<Result>> results(Part part, Instant now) {
        boolean moments = part.kind() == Kind.MOMENTS;
        if (moments && !hasPublished(part)) {
            return Optional.of(List.of());
        }
        List<Result> found = new ArrayList<>();
        boolean whole =
                pages(
                        part,
                        moments
                                ? "externalcontact/get_moment_send_result"
                                : "externalcontact/get_groupmsg_send_result",
                        Map.of(
                                moments ? "moment_id" : "msgid",
                                String.valueOf(part.vendorId()),
                                "userid",
                                part.staff()),
                        page -> {
                            page.path("send_list").forEach(each -> found.add(sent(part, each)));
                            page.path("customer_list")
                                    .forEach(each ->
                                            found.add(
                                                    new Result(customer(part, each), "sent", now)));
                        });
        return whole ? Optional.of(found) : Optional.empty();
    }

    private boolean hasPublished(Part part) {
        boolean[] published = {false};
        pages(
                part,
                "externalcontact/get_moment_task",
                Map.of("moment_id", String.valueOf(part.vendorId())),
                page ->
                        page.path("task_list")
                                .forEach(each ->
                                        published[0] |=
                                                each.path("userid")
                                                                .asString("")
                                                                .equals(part.staff())
                                                        && each.path("publish_status").asInt(0)
                                                                == 1));
        return published[0];
    }

    /** A mass send of this text to staff around that time; empty when WeCom can't say now. */
    Optional<List<String>> alike(Part part, Instant from, Instant until) {
        boolean moments = part.kind() == Kind.MOMENTS;
        List<String> numbers = new ArrayList<>();
        Map<String, Object> asked = new HashMap<>();
        asked.put("start_time", from.getEpochSecond());
        asked.put("end_time", until.getEpochSecond());
        if (!moments) {
            asked.put("chat_type", part.kind() == Kind.GROUPS ? "group" : "single");
        }
        boolean whole =
                pages(
                        part,
                        moments
                                ? "externalcontact/get_moment_list"
                                : "externalcontact/get_groupmsg_list_v2",
                        asked,
                        page -> {
                            page.path("group_msg_list")
                                    .forEach(each -> collect(part, each, "msgid", numbers));
                            page.path("moment_list")
                                    .forEach(each -> collect(part, each, "moment_id", numbers));
                        });
        return whole ? Optional.of(numbers) : Optional.empty();
    }

    private static void collect(Part part, JsonNode each, String name, List<String> numbers) {
        if (each.path("text").path("content").asString("").equals(part.body())) {
            numbers.add(each.path(name).asString(""));
        }
    }

    /** Whether that mass send is one of this member of staff. */
    boolean asksTheSame(Part part, String number) {
        boolean[] same = {false};
        boolean moments = part.kind() == Kind.MOMENTS;
        pages(
                part,
                moments ? "externalcontact/get_moment_task" : "externalcontact/get_groupmsg_task",
                Map.of(moments ? "moment_id" : "msgid", number),
                page ->
                        page.path("task_list")
                                .forEach(each ->
                                        same[0] |=
                                                each.path("userid")
                                                        .asString("")
                                                        .equals(part.staff())));
        return same[0];
    }

    private boolean pages(
            Part part, String path, Map<String, Object> asked, Consumer<JsonNode> page) {
        String cursor = "";
        for (int i = 0; i < MOST_PAGES; i++) {
            Map<String, Object> body = new HashMap<>(asked);
            body.put("limit", PAGE);
            body.put("cursor", cursor);
            if (!(wecom.call(part.account(), path, body) instanceof Answer.Said(JsonNode said))) {
                return false;
            }
            page.accept(said);
            cursor = said.path("next_cursor").asString("");
            if (cursor.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Result sent(Part part, JsonNode each) {
        String receiver =
                part.kind() == Kind.GROUPS
                        ? each.path("chat_id").asString("")
                        : customer(part, each);
        String result =
                switch (each.path("status").asInt(0)) {
                    case 1 -> "sent";
                    case 2 -> "no_friend";
                    case 3 -> "over_limit";
                    default -> "waiting";
                };
        return new Result(
                receiver, result, Instant.ofEpochSecond(each.path("send_time").asLong(0)));
    }

    private String customer(Part part, JsonNode each) {
        return contacts.digest(part.account(), each.path("external_userid").asString(""));
    }
}
