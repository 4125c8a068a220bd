package dev.waystation.platform.engagement.outreach.web;

import dev.waystation.platform.engagement.outreach.OutreachRefusal;
import dev.waystation.platform.engagement.outreach.model.Kind;
import dev.waystation.platform.engagement.outreach.model.Part;
import dev.waystation.platform.engagement.outreach.usecase.AskOfStaff;
import dev.waystation.platform.engagement.outreach.usecase.PlanTask;
import dev.waystation.platform.engagement.outreach.usecase.ShowTasks;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks of staff over HTTP. */
@RestController
class OutreachController {

    private static final String TASK = "wct";
    private static final String PART = "wcp";

    private final ShowTasks show;
    private final PlanTask plan;
    private final AskOfStaff ask;

    OutreachController(ShowTasks show, PlanTask plan, AskOfStaff ask) {
        this.show = show;
        this.plan = plan;
        this.ask = ask;
    }

    /** A task in a list; {@code states} counts its staff by how far they are. */
    record WecomTask(
            String id,
            String kind,
            String source,
            String template,
            String name,
            String by,
            Instant createdAt,
            Map<String, Long> states,
            long receivers,
            long sent,
            long waiting) {

        static WecomTask of(ShowTasks.Shown task) {
            return new WecomTask(
                    PublicId.encode(TASK, task.id()),
                    task.kind(),
                    task.source(),
                    task.template(),
                    task.name(),
                    task.by(),
                    task.createdAt(),
                    task.states(),
                    task.receivers(),
                    task.sent(),
                    task.waiting());
        }
    }

    /** One of the staff and how far they are. */
    record AskedStaff(
            String id,
            String staff,
            String body,
            String state,
            int receivers,
            int sent,
            int waiting,
            @Nullable Instant notifiedAt,
            int reminders,
            String wanted,
            @Nullable String reason) {

        static AskedStaff of(ShowTasks.Asked asked) {
            Part part = asked.part();
            return new AskedStaff(
                    PublicId.encode(PART, part.id()),
                    part.staff(),
                    part.body(),
                    part.state(),
                    asked.tally().all(),
                    asked.tally().sent(),
                    asked.tally().waiting(),
                    part.notifiedAt(),
                    part.reminders(),
                    part.wanted(),
                    part.reason());
        }
    }

    /** A task and whom of the staff it asks. */
    record WecomTaskView(WecomTask task, List<AskedStaff> staff) {}

    /** What came of one receiver. */
    record WecomReceiver(
            @Nullable String member,
            @Nullable String memberMasked,
            @Nullable String group,
            String result,
            @Nullable Instant at) {}

    /** What is to be said to whom. */
    record WecomDraft(
            String kind,
            String template,
            @Nullable String segment,
            @Nullable List<String> groups,
            @Nullable List<String> staff) {}

    /** One bar of the waterfall. */
    record WecomStep(String code, Said label, long count) {}

    /** Who would be reached, the limit that counts, and what they would read. */
    record WecomPreview(List<WecomStep> steps, int allowed, LocalDate period, String text) {}

    /** Somebody of the staff, or a group. */
    record WecomStaff(String userid, long customers) {}

    /** A group and who owns it. */
    record WecomGroup(String id, String name, String owner) {}

    /** What there is to choose from. */
    record WecomChoices(boolean connected, List<WecomStaff> staff, List<WecomGroup> groups) {}

    @GetMapping("/v1/wecom-tasks")
    @Permission("messages.read")
    Page<WecomTask> wecomTasks(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Cursor.limit(limit);
        long before = Cursor.parse(cursor, 1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        return Page.cut(show.page(before, most + 1), most, last -> Cursor.after(last.id()))
                .map(WecomTask::of);
    }

    @GetMapping("/v1/wecom-tasks/{id}")
    @Permission("messages.read")
    WecomTaskView wecomTask(@PathVariable String id) {
        return show.find(PublicId.decode(TASK, id))
                .map(found ->
                        new WecomTaskView(
                                WecomTask.of(found.task()),
                                found.staff().stream().map(AskedStaff::of).toList()))
                .orElseThrow(
                        () -> Refusal.of(OutreachRefusal.TASK_NOT_FOUND, HttpStatus.NOT_FOUND));
    }

    /** Receivers of one of the staff and what came of each. */
    @GetMapping("/v1/wecom-tasks/{id}/staff/{part}/receivers")
    @Permission("messages.read")
    Page<WecomReceiver> wecomReceivers(
            @PathVariable String id,
            @PathVariable String part,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PublicId.decode(TASK, id);
        int most = Cursor.limit(limit);
        String after = Cursor.parse(cursor, 1).map(it -> it.key(0)).orElse("");
        return Page.cut(
                        show.receivers(PublicId.decode(PART, part), after, most + 1),
                        most,
                        last -> Cursor.after(last.key()))
                .map(each -> {
                    Long member = each.memberId();
                    return new WecomReceiver(
                            member == null ? null : PublicId.encode("mbr", member),
                            each.memberMasked(),
                            each.group(),
                            each.result(),
                            each.at());
                });
    }

    @GetMapping("/v1/wecom-choices")
    @Permission("messages.read")
    WecomChoices wecomChoices() {
        ShowTasks.Choices choices = show.choices();
        return new WecomChoices(
                choices.connected(),
                choices.staff().stream()
                        .map(each -> new WecomStaff(each.userid(), each.customers()))
                        .toList(),
                choices.groups().stream()
                        .map(each -> new WecomGroup(each.chat(), each.name(), each.owner()))
                        .toList());
    }

    @PostMapping("/v1/wecom-tasks:preview")
    @Permission("journeys.write")
    WecomPreview previewWecomTask(@RequestBody WecomDraft body, Caller caller) {
        PlanTask.Preview preview = plan.preview(command(body, caller));
        return new WecomPreview(
                preview.steps().stream()
                        .map(each -> new WecomStep(each.code(), each.label(), each.count()))
                        .toList(),
                preview.limit().allowed(),
                preview.limit().period(),
                preview.text());
    }

    @PostMapping("/v1/wecom-tasks")
    @Permission("journeys.write")
    WecomTaskView makeWecomTask(@RequestBody WecomDraft body, Caller caller) {
        return switch (plan.handle(command(body, caller))) {
            case PlanTask.Outcome.Made made -> wecomTask(PublicId.encode(TASK, made.task()));
            case PlanTask.Outcome.Refused refused ->
                    throw Refusal.of(refused.code(), HttpStatus.CONFLICT);
        };
    }

    @PostMapping("/v1/wecom-tasks/{id}:remind")
    @Permission("journeys.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remindWecomStaff(@PathVariable String id) {
        refuse(ask.remind(PublicId.decode(TASK, id)));
    }

    @PostMapping("/v1/wecom-tasks/{id}:cancel")
    @Permission("journeys.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelWecomTask(@PathVariable String id) {
        refuse(ask.cancel(PublicId.decode(TASK, id)));
    }

    private static void refuse(Optional<OutreachRefusal> refused) {
        refused.ifPresent(code -> {
            throw Refusal.of(
                    code,
                    code == OutreachRefusal.TASK_NOT_FOUND
                            ? HttpStatus.NOT_FOUND
                            : HttpStatus.CONFLICT);
        });
    }

    private static PlanTask.Command command(WecomDraft body, Caller caller) {
        String segment = body.segment();
        List<String> groups = body.groups();
        List<String> staff = body.staff();
        return new PlanTask.Command(
                Kind.of(body.kind()),
                body.template(),
                segment == null || segment.isBlank() ? null : PublicId.decode("seg", segment),
                groups == null ? List.of() : groups,
                staff == null ? List.of() : staff,
                caller instanceof Caller.Staff person ? person.name() : caller.key());
    }
}
