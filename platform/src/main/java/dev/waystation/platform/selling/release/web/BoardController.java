package dev.waystation.platform.selling.release.web;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.release.usecase.ShowReleaseBoard;
import dev.waystation.platform.selling.release.usecase.ShowRunBoard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1")
class BoardController {

    private static final int USUAL_PAGE = 200;

    private final ShowRunBoard runBoard;
    private final ShowReleaseBoard releaseBoard;
    private final Clock clock;

    BoardController(ShowRunBoard runBoard, ShowReleaseBoard releaseBoard, Clock clock) {
        this.runBoard = runBoard;
        this.releaseBoard = releaseBoard;
        this.clock = clock;
    }

    @GetMapping("/runs/{id}/board")
    @Permission("release.read")
    ShowRunBoard.Board board(
            @PathVariable String id,
            @RequestParam(name = "class", defaultValue = "second") String seatClass,
            @RequestParam(defaultValue = "general") String group) {
        return runBoard.handle(new RunId(PublicId.decode("run", id)), seatClass, group)
                .orElseThrow(() -> Refusal.notFound(id + " " + seatClass));
    }

    @GetMapping("/release-board")
    @Permission("release.read")
    Page<ShowReleaseBoard.Line> releaseBoard(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = limit == null ? USUAL_PAGE : Cursor.limit(limit);
        int skip = Cursor.parse(cursor, 1).map(found -> (int) found.number(0)).orElse(0);
        LocalDate day = date == null ? LocalDate.now(clock) : date;
        List<ShowReleaseBoard.Line> lines = releaseBoard.handle(day, skip, size + 1);
        return Page.cut(lines, size, last -> Cursor.after(skip + size));
    }
}
