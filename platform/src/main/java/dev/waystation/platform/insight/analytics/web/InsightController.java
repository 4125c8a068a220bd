package dev.waystation.platform.insight.analytics.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Waiting;
import dev.waystation.platform.insight.analytics.model.HomeCard;
import dev.waystation.platform.insight.analytics.usecase.FindAnything;
import dev.waystation.platform.insight.analytics.usecase.ShowFigure;
import dev.waystation.platform.insight.analytics.usecase.ShowHome;
import dev.waystation.platform.insight.analytics.usecase.ShowTimeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Home, timelines and search over HTTP. */
@RestController
class InsightController {

    private final ShowHome home;
    private final ShowTimeline timeline;
    private final FindAnything find;
    private final ShowFigure figure;
    private final List<Waiting> waiting;

    InsightController(
            ShowHome home,
            ShowTimeline timeline,
            FindAnything find,
            ShowFigure figure,
            List<Waiting> waiting) {
        this.figure = figure;
        this.waiting = List.copyOf(waiting);
        this.home = home;
        this.timeline = timeline;
        this.find = find;
    }

    /** A queue that waits for this role, and the screen that lists it. */
    record WaitingWork(String code, Said label, long count, String href) {}

    /** The figures of a role's home page, and what waits for it. */
    record Home(List<HomeCard> cards, List<WaitingWork> waiting) {}

    @GetMapping("/v1/home")
    @Permission("home.read")
    Home home(Caller caller) {
        return new Home(
                home.handle(caller),
                waiting.stream()
                        .filter(each -> caller.may(Set.of(each.permission())))
                        .map(each ->
                                new WaitingWork(
                                        each.code(), each.label(), each.count(), each.href()))
                        .toList());
    }

    /** What a figure of the home page was counted from, newest first. */
    @GetMapping("/v1/home/figures/{code}")
    @Permission("home.read")
    ShowFigure.Rows figure(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        return figure.handle(
                new ShowFigure.Asked(code, day, caller),
                Cursor.parse(cursor, 2),
                Cursor.limit(limit));
    }

    @GetMapping("/v1/members/{id}/timeline")
    @Permission("members.read")
    Page<ShowTimeline.Item> timeline(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return timeline.handle(
                PublicId.decode("mbr", id), Cursor.parse(cursor, 2), Cursor.limit(limit));
    }

    @GetMapping("/v1/search")
    @Permission(Permission.STAFF)
    List<FindAnything.Found> search(@RequestParam(defaultValue = "") String q, Caller caller) {
        return find.handle(q, caller);
    }
}
