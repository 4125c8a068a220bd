package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.engagement.audience.usecase.GradeSpending;
import dev.waystation.platform.foundation.edge.Permission;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Recency, frequency and money over HTTP. */
@RestController
class SpendGridController {

    private final GradeSpending grade;

    SpendGridController(GradeSpending grade) {
        this.grade = grade;
    }

    /** The grid of the later day beside that of the earlier, with who moved from where to where. */
    @PostMapping("/v1/segments:spending")
    @Permission("segments.read")
    GradeSpending.Grid grid(@RequestBody GradeSpending.Command command) {
        return grade.handle(command);
    }
}
