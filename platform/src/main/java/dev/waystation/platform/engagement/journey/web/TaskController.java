package dev.waystation.platform.engagement.journey.web;

import dev.waystation.platform.engagement.journey.model.StaffTask;
import dev.waystation.platform.engagement.journey.usecase.WorkOnTasks;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks of staff over HTTP. */
@RestController
class TaskController {

    private static final String TASK = "tsk";
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

    private final WorkOnTasks tasks;

    TaskController(WorkOnTasks tasks) {
        this.tasks = tasks;
    }

    /** A task as a screen shows it. */
    record TaskView(
            String id,
            String member,
            String memberName,
            String journey,
            String title,
            String detail,
            String team,
            LocalDate dueOn,
            boolean overdue,
            String state,
            Instant createdAt,
            @Nullable String doneBy,
            @Nullable Instant doneAt,
            @Nullable String note) {

        static TaskView of(WorkOnTasks.Shown shown) {
            StaffTask task = shown.task();
            return new TaskView(
                    PublicId.encode(TASK, task.id()),
                    PublicId.encode("mbr", task.memberId()),
                    shown.member(),
                    PublicId.encode("jrn", task.journeyId()),
                    task.title(),
                    task.detail(),
                    task.team(),
                    task.dueOn(),
                    shown.overdue(),
                    task.state(),
                    task.createdAt(),
                    task.doneBy(),
                    task.doneAt(),
                    task.note());
        }
    }

    /** A page of tasks and how many are open and overdue in all. */
    record TaskBoard(List<TaskView> items, @Nullable String next, long open, long overdue) {}

    /** What came of it. */
    record TaskDone(@Nullable String note) {}

    /** Open ones, the most urgent first; or those done last. */
    @GetMapping("/v1/staff-tasks")
    @Permission("tasks.work")
    TaskBoard staffTasks(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        String whose = team == null ? "" : team;
        int most = Cursor.limit(limit);
        if ("done".equals(state)) {
            return board(tasks.done(whose, most), null);
        }
        Malformed.require(state == null || state.equals("open"), "state", state, "open or done");
        Optional<Cursor> behind = Cursor.parse(cursor, 2);
        WorkOnTasks.Board page =
                tasks.open(
                        whose,
                        behind.map(it -> LocalDate.ofEpochDay(it.number(0))).orElse(FIRST),
                        behind.map(it -> it.number(1)).orElse(0L),
                        most);
        if (page.items().size() < most) {
            return board(page, null);
        }
        StaffTask last = page.items().getLast().task();
        return board(page, Cursor.after(last.dueOn().toEpochDay(), last.id()));
    }

    private static TaskBoard board(WorkOnTasks.Board page, @Nullable Cursor next) {
        return new TaskBoard(
                page.items().stream().map(TaskView::of).toList(),
                next == null ? null : next.text(),
                page.open(),
                page.overdue());
    }

    @PostMapping("/v1/staff-tasks/{id}:complete")
    @Permission("tasks.work")
    TaskView completeTask(@PathVariable String id, @RequestBody TaskDone body, Caller caller) {
        String by = caller instanceof Caller.Staff staff ? staff.name() : caller.key();
        String note = body.note();
        return switch (tasks.handle(
                new WorkOnTasks.Command(PublicId.decode(TASK, id), by, note == null ? "" : note))) {
            case WorkOnTasks.Outcome.Done done -> TaskView.of(done.task());
            case WorkOnTasks.Outcome.Refused refused ->
                    throw Refusal.of(
                            refused.code(),
                            switch (refused.code()) {
                                case UNKNOWN_TASK -> HttpStatus.NOT_FOUND;
                                case TASK_IS_DONE -> HttpStatus.CONFLICT;
                            });
        };
    }
}
