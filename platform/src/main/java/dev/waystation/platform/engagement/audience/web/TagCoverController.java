package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.engagement.audience.usecase.ShowCoverage;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How tags fare. */
@RestController
class TagCoverController {

    private final ShowCoverage coverage;

    TagCoverController(ShowCoverage coverage) {
        this.coverage = coverage;
    }

    /** Trend, last run and users of every tag. */
    @GetMapping("/v1/tag-coverage")
    @Permission("segments.read")
    Page<ShowCoverage.Coverage> tagCoverage() {
        return Page.last(coverage.handle());
    }
}
