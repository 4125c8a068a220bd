package dev.waystation.platform.foundation.jobs;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/jobs")
class JobsController {

    private final Jobs jobs;

    JobsController(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The latest jobs, newest first; with {@code mine} only those the caller asked for. */
    @GetMapping
    @Permission("jobs.read")
    Page<JobView> list(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        long before = Cursor.parse(cursor, 1).map(found -> found.number(0)).orElse(Long.MAX_VALUE);
        List<JobView> rows = jobs.list(before, size + 1, mine ? caller.key() : null);
        return Page.cut(rows, size, job -> Cursor.after(PublicId.decode("job", job.id())));
    }

    @GetMapping("/{id}")
    @Permission("jobs.read")
    JobView show(@PathVariable String id) {
        return jobs.find(id).orElseThrow(() -> Refusal.notFound(id));
    }

    @PostMapping("/{id}:cancel")
    @Permission("jobs.read")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView cancel(@PathVariable String id) {
        JobView job = jobs.find(id).orElseThrow(() -> Refusal.notFound(id));
        if (!jobs.cancel(id)) {
            throw Refusal.of(
                    "JOB_HAS_ENDED", HttpStatus.CONFLICT, java.util.Map.of("state", job.state()));
        }
        return jobs.find(id).orElseThrow(() -> Refusal.notFound(id));
    }
}
