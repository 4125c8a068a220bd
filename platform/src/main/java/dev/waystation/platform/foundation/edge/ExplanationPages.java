package dev.waystation.platform.foundation.edge;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The answer behind every "Why?"; a member reads only what was decided about themselves. */
@RestController
class ExplanationPages {

    private final Explanations explanations;

    ExplanationPages(Explanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping("/v1/explanations/{id}")
    @Permission({"members.read", "points.read", Permission.MEMBER})
    Explanation explanation(@PathVariable String id, Caller caller) {
        return explanations
                .find(id)
                .filter(found ->
                        !(caller instanceof Caller.Member member)
                                || member.memberId() == found.memberId())
                .map(Explanations.Owned::explanation)
                .orElseThrow(() -> Refusal.notFound(id));
    }
}
