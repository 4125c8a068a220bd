package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.WecomCalls.Answer;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A company that is no company, for whoever tries WeCom without having one: three members of staff,
 * the first members as their customers, two groups. Staff sends an hour after it was asked; one
 * customer in ten is no friend any more and one had a message that day. Nothing leaves, and tasks
 * are forgotten with the process, as if their staff had never answered.
 */
@Component
class SandboxCompany {

    static final String VENDOR = "wecom-sandbox";

    private static final Duration UNTIL_SENT = Duration.ofHours(1);
    private static final int UNKNOWN = 41_000;
    private static final int CUSTOMERS = 60;
    private static final List<String> STAFF = List.of("kefu-1", "kefu-2", "kefu-3");
    private static final Map<String, String> GROUPS =
            Map.of("wr-rail", "铁路出行群", "wr-park", "乐园亲子群");

    /** What staff was asked, and when. */
    private record Task(String number, JsonNode asked, Instant at) {

        String staff() {
            String sender = asked.path("sender").asString("");
            return sender.isEmpty()
                    ? asked.at("/visible_range/sender_list/user_list/0").asString("")
                    : sender;
        }
    }

    private final Members members;
    private final Clock clock;
    private final JsonMapper json;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();
    private final SandboxTags tags = new SandboxTags();
    private final AtomicInteger numbers = new AtomicInteger();

    SandboxCompany(Members members, Clock clock, JsonMapper json) {
        this.members = members;
        this.clock = clock;
        this.json = json;
    }

    /** The customer a member is there. */
    static String customer(long memberId) {
        return "wm-sandbox-" + memberId;
    }

    /** Whom its staff knows. */
    List<Long> customers() {
        return members.profiles(0, CUSTOMERS).stream().map(MemberProfile::memberId).toList();
    }

    Answer call(String path, Map<String, ?> body) {
        String name = path.replaceAll("^.*/|\\?.*$", "");
        Map<String, ?> said = answer(name, path, json.valueToTree(body));
        return said.isEmpty()
                ? new Answer.Refused(UNKNOWN, "no such task")
                : new Answer.Said(json.valueToTree(said));
    }

    private Map<String, ?> answer(String name, String path, JsonNode body) {
        return switch (name) {
            case "get_follow_user_list" -> Map.of("follow_user", STAFF);
            case "get_by_user" ->
                    Map.of(
                            "external_contact_list",
                            contacts(body.at("/userid_list/0").asString("")));
            case "list" ->
                    Map.of(
                            "group_chat_list",
                            GROUPS.keySet().stream().map(id -> Map.of("chat_id", id)).toList());
            case "get" ->
                    Map.of(
                            "group_chat",
                            Map.of(
                                    "name",
                                    GROUPS.getOrDefault(body.path("chat_id").asString(""), ""),
                                    "owner",
                                    STAFF.getFirst()));
            case "get_corp_tag_list", "add_corp_tag", "edit_corp_tag", "mark_tag" ->
                    tags.answer(name, body);
            case "add_msg_template" -> Map.of("msgid", open(body));
            case "add_moment_task" -> Map.of("jobid", open(body));
            case "get_moment_task_result" ->
                    Map.of(
                            "status",
                            3,
                            "result",
                            Map.of("moment_id", path.replaceAll("^.*jobid=", "")));
            case "get_groupmsg_list_v2", "get_moment_list" ->
                    Map.of("group_msg_list", listed("msgid"), "moment_list", listed("moment_id"));
            default -> about(name, body);
        };
    }

    private String open(JsonNode asked) {
        String number = "sandbox-" + clock.millis() + "-" + numbers.incrementAndGet();
        tasks.put(number, new Task(number, asked, clock.instant()));
        return number;
    }

    private List<Map<String, Object>> listed(String id) {
        return tasks.values().stream()
                .map(each -> Map.of(id, each.number(), "text", each.asked().path("text")))
                .toList();
    }

    /** Empty for a task it does not know. */
    private Map<String, ?> about(String name, JsonNode body) {
        String number = body.path("msgid").asString(body.path("moment_id").asString(""));
        Task task = tasks.get(number);
        if (task == null) {
            return Map.of();
        }
        boolean sent = !clock.instant().isBefore(task.at().plus(UNTIL_SENT));
        return switch (name) {
            case "get_groupmsg_task", "get_moment_task" ->
                    Map.of(
                            "task_list",
                            List.of(
                                    Map.of(
                                            "userid",
                                            task.staff(),
                                            "status",
                                            sent ? 2 : 0,
                                            "publish_status",
                                            sent ? 1 : 0)));
            case "get_groupmsg_send_result" -> Map.of("send_list", results(task, sent));
            case "get_moment_send_result" ->
                    Map.of(
                            "customer_list",
                            contacts(task.staff()).stream()
                                    .map(each -> each.get("external_contact"))
                                    .toList());
            case "cancel_groupmsg_send", "cancel_moment_task" -> {
                tasks.remove(number);
                yield Map.of("errcode", 0);
            }
            default -> Map.of("errcode", 0);
        };
    }

    private static List<Map<String, Object>> results(Task task, boolean sent) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (String kind : List.of("external_userid", "chat_id")) {
            String given = kind.equals("chat_id") ? "chat_id_list" : kind;
            task.asked()
                    .path(given)
                    .forEach(each -> {
                        String receiver = each.asString("");
                        results.add(
                                Map.of(
                                        kind,
                                        receiver,
                                        "status",
                                        sent ? fate(receiver) : 0,
                                        "send_time",
                                        task.at().plus(UNTIL_SENT).getEpochSecond()));
                    });
        }
        return results;
    }

    /** 1 arrived, 2 no friend any more, 3 had one that day. */
    private static int fate(String receiver) {
        return switch (Math.floorMod(receiver.hashCode(), 10)) {
            case 3 -> receiver.startsWith("wm") ? 2 : 1;
            case 7 -> receiver.startsWith("wm") ? 3 : 1;
            default -> 1;
        };
    }

    private List<Map<String, Object>> contacts(String staff) {
        List<Long> all = customers();
        long since = clock.instant().minus(Duration.ofDays(200)).getEpochSecond();
        return IntStream.range(0, all.size())
                .filter(i -> STAFF.get(i % STAFF.size()).equals(staff))
                .mapToObj(i -> {
                    String customer = customer(all.get(i));
                    Map<String, Object> contact = new LinkedHashMap<>();
                    contact.put("external_contact", Map.of("external_userid", customer));
                    contact.put(
                            "follow_info",
                            Map.of(
                                    "userid",
                                    staff,
                                    "createtime",
                                    since,
                                    "tag_id",
                                    tags.of(customer)));
                    return contact;
                })
                .toList();
    }
}
