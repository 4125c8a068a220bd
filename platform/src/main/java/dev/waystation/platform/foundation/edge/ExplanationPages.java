package dev.waystation.platform.foundation.edge;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The answer behind every "Why?". */
@RestController
class ExplanationPages {

    private final Explanations explanations;

    ExplanationPages(Explanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping("/v1/explanations/{id}")
    @Permission({"members.read", "points.read", Permission.MEMBER})
    Explanation explanation(@PathVariable String id) {
        return explanations.find(id).orElseThrow(() -> Refusal.notFound(id));
    }
}
