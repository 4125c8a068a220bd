package dev.waystation.platform.engagement.outreach;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A WeCom in this process: keeps customers, groups and tasks, and lets a test be the staff that
 * sends. What it is told to swallow it does and does not answer.
 */
final class PretendWecom implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A call as it came. */
    record Call(String path, JsonNode body) {}

    /** A mass send or a Moment: who is asked, and what became of each receiver. */
    static final class Task {
        final String number;
        final String staff;
        final JsonNode asked;
        final Map<String, Integer> results = new LinkedHashMap<>();
        boolean done;
        boolean cancelled;

        Task(String number, String staff, JsonNode asked) {
            this.number = number;
            this.staff = staff;
            this.asked = asked;
        }
    }

    final List<Call> calls = new ArrayList<>();
    final Map<String, Task> tasks = new LinkedHashMap<>();
    final Map<String, List<Map<String, Object>>> contacts = new TreeMap<>();

    final PretendTags tags = new PretendTags();
    final Map<String, String> chats = new TreeMap<>();
    final Map<String, String> instead = new TreeMap<>();
    String swallows = "none";
    private int numbers;
    private final HttpServer server;

    PretendWecom() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void knows(String staff, String customer, String unionid, long since) {
        contacts.computeIfAbsent(staff, _ -> new ArrayList<>())
                .add(
                        Map.of(
                                "external_contact",
                                Map.of("external_userid", customer, "unionid", unionid),
                                "follow_info",
                                Map.of("userid", staff, "createtime", since)));
    }

    List<Call> called(String path) {
        return List.copyOf(calls).stream().filter(each -> each.path().endsWith(path)).toList();
    }

    Task last() {
        return tasks.values().stream().reduce((_, later) -> later).orElseThrow();
    }

    /** The member of staff presses "send": 1 arrives, 2 is no friend any more, 3 had one today. */
    void send(Task task, int result) {
        task.done = true;
        task.results.replaceAll((_, before) -> before == 0 ? result : before);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode body = text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
        calls.add(new Call(path, body));
        String name = path.substring(path.lastIndexOf('/') + 1);
        Object said = instead.containsKey(name) ? null : answer(name, body, exchange);
        if (name.equals(swallows)) {
            exchange.close();
            return;
        }
        byte[] bytes =
                said == null
                        ? instead.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8)
                        : JSON.writeValueAsBytes(said);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Object answer(String name, JsonNode body, HttpExchange exchange) {
        return switch (name) {
            case "gettoken" -> Map.of("errcode", 0, "access_token", "token", "expires_in", 7200);
            case "get_follow_user_list" ->
                    Map.of("errcode", 0, "follow_user", List.copyOf(contacts.keySet()));
            case "get_by_user" ->
                    Map.of(
                            "errcode",
                            0,
                            "external_contact_list",
                            contacts
                                    .getOrDefault(
                                            body.path("userid_list").path(0).asString(""),
                                            List.of())
                                    .stream()
                                    .map(tags::marked)
                                    .toList());
            case "get_corp_tag_list", "add_corp_tag", "edit_corp_tag", "mark_tag" ->
                    tags.answer(name, body);
            case "list" ->
                    Map.of(
                            "errcode",
                            0,
                            "group_chat_list",
                            chats.keySet().stream().map(id -> Map.of("chat_id", id)).toList());
            case "get" -> {
                String chat = body.path("chat_id").asString("");
                yield Map.of(
                        "errcode",
                        0,
                        "group_chat",
                        Map.of("name", "群 " + chat, "owner", chats.getOrDefault(chat, "")));
            }
            case "add_msg_template" ->
                    Map.of(
                            "errcode",
                            0,
                            "msgid",
                            open(body.path("sender").asString(""), body).number);
            case "add_moment_task" ->
                    Map.of(
                            "errcode",
                            0,
                            "jobid",
                            "job-"
                                    + open(
                                                    body.path("visible_range")
                                                            .path("sender_list")
                                                            .path("user_list")
                                                            .path(0)
                                                            .asString(""),
                                                    body)
                                            .number);
            case "get_moment_task_result" -> {
                String query = exchange.getRequestURI().getQuery();
                String job = query.replaceAll(".*jobid=job-([^&]*).*", "$1");
                yield Map.of("errcode", 0, "status", 3, "result", Map.of("moment_id", job));
            }
            case "get_groupmsg_list_v2", "get_moment_list" ->
                    Map.of(
                            "errcode",
                            0,
                            name.contains("moment") ? "moment_list" : "group_msg_list",
                            tasks.values().stream()
                                    .map(each ->
                                            Map.of(
                                                    name.contains("moment") ? "moment_id" : "msgid",
                                                    each.number,
                                                    "text",
                                                    Map.of(
                                                            "content",
                                                            each.asked
                                                                    .path("text")
                                                                    .path("content")
                                                                    .asString(""))))
                                    .toList());
            default -> about(name, body);
        };
    }

    private Object about(String name, JsonNode body) {
        Task task = tasks.get(body.path("msgid").asString(body.path("moment_id").asString("")));
        if (task == null) {
            return Map.of("errcode", 41_000, "errmsg", "no such task, or " + name + " is unknown");
        }
        return switch (name) {
            case "get_groupmsg_task" ->
                    Map.of(
                            "errcode",
                            0,
                            "task_list",
                            List.of(Map.of("userid", task.staff, "status", task.done ? 2 : 0)));
            case "get_moment_task" ->
                    Map.of(
                            "errcode",
                            0,
                            "task_list",
                            List.of(
                                    Map.of(
                                            "userid",
                                            task.staff,
                                            "publish_status",
                                            task.done ? 1 : 0)));
            case "get_groupmsg_send_result" -> {
                boolean group = task.asked.path("chat_type").asString("").equals("group");
                yield Map.of(
                        "errcode",
                        0,
                        "send_list",
                        task.results.entrySet().stream()
                                .map(each ->
                                        Map.of(
                                                group ? "chat_id" : "external_userid",
                                                each.getKey(),
                                                "status",
                                                each.getValue()))
                                .toList());
            }
            case "get_moment_send_result" ->
                    Map.of(
                            "errcode",
                            0,
                            "customer_list",
                            contacts.getOrDefault(task.staff, List.of()).stream()
                                    .map(each -> each.get("external_contact"))
                                    .toList());
            case "remind_groupmsg_send" -> Map.of("errcode", 0);
            case "cancel_groupmsg_send", "cancel_moment_task" -> {
                task.cancelled = true;
                yield Map.of("errcode", 0);
            }
            default -> Map.of("errcode", 40_001_000, "errmsg", name);
        };
    }

    private Task open(String staff, JsonNode body) {
        Task task = new Task("msg-" + System.nanoTime() + "-" + ++numbers, staff, body);
        body.path("external_userid").forEach(each -> task.results.put(each.asString(""), 0));
        body.path("chat_id_list").forEach(each -> task.results.put(each.asString(""), 0));
        tasks.put(task.number, task);
        return task;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
