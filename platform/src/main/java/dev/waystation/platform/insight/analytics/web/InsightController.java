package dev.waystation.platform.insight.analytics.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.insight.analytics.model.HomeCard;
import dev.waystation.platform.insight.analytics.usecase.FindAnything;
import dev.waystation.platform.insight.analytics.usecase.ShowHome;
import dev.waystation.platform.insight.analytics.usecase.ShowTimeline;
import java.util.List;
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

    InsightController(ShowHome home, ShowTimeline timeline, FindAnything find) {
        this.home = home;
        this.timeline = timeline;
        this.find = find;
    }

    /** The figures of a role's home page. */
    record Home(List<HomeCard> cards) {}

    @GetMapping("/v1/home")
    @Permission("home.read")
    Home home(Caller caller) {
        return new Home(home.handle(caller));
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
