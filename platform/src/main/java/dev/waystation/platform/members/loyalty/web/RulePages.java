package dev.waystation.platform.members.loyalty.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.members.loyalty.model.Limit;
import dev.waystation.platform.members.loyalty.model.RuleCheck;
import dev.waystation.platform.members.loyalty.model.RuleSketch;
import dev.waystation.platform.members.loyalty.usecase.BackTestRule;
import dev.waystation.platform.members.loyalty.usecase.DraftRule;
import dev.waystation.platform.members.loyalty.usecase.ListRules;
import dev.waystation.platform.members.loyalty.usecase.PublishRule;
import dev.waystation.platform.members.loyalty.usecase.RerunRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Earning rules: written, tested on the past, published, ended. */
@RestController
class RulePages {

    /** A rule as written. */
    record EarningRuleDraft(
            @Nullable String code,
            @Nullable String programme,
            @Nullable Said name,
            @Nullable String trigger,
            @Nullable Map<String, Object> condition,
            @Nullable Map<String, Object> effect,
            @Nullable String group,
            @Nullable Integer priority,
            @Nullable String currency,
            @Nullable List<Limit> limits) {

        RuleSketch sketch() {
            return new RuleSketch(
                    text("code", code),
                    text("programme", programme),
                    name == null ? new Said("", "") : name,
                    trigger == null ? "" : trigger,
                    condition == null ? Map.of() : condition,
                    effect == null ? Map.of() : effect,
                    group == null ? "" : group,
                    priority == null ? 0 : priority,
                    currency == null ? "points" : currency,
                    limits == null ? List.of() : limits);
        }

        private static String text(String field, @Nullable String given) {
            Malformed.require(given != null && !given.isBlank(), field, given, "give a code");
            return given == null ? "" : given;
        }
    }

    /** From when on; now when left out. */
    record EarningRuleMoment(@Nullable Instant at) {}

    /** A stretch of days, both included. */
    record EarningRuleStretch(LocalDate from, LocalDate to) {}

    /** How many events earned afterwards. */
    record EarningRuleRerun(int events) {}

    private final ListRules list;
    private final DraftRule draft;
    private final PublishRule publish;
    private final BackTestRule.Start backTest;
    private final RerunRule rerun;

    RulePages(
            ListRules list,
            DraftRule draft,
            PublishRule publish,
            BackTestRule.Start backTest,
            RerunRule rerun) {
        this.list = list;
        this.draft = draft;
        this.publish = publish;
        this.backTest = backTest;
        this.rerun = rerun;
    }

    @GetMapping("/v1/earning-rules")
    @Permission("rules.read")
    Page<ListRules.Card> all() {
        return Page.last(list.all());
    }

    @GetMapping("/v1/earning-rules/{code}")
    @Permission("rules.read")
    ResponseEntity<ListRules.Card> one(@PathVariable String code) {
        return tagged(list.find(code).orElseThrow(() -> Refusal.notFound(code)));
    }

    @PostMapping("/v1/earning-rules")
    @Permission("rules.write")
    ResponseEntity<ListRules.Card> draft(
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EarningRuleDraft body,
            Caller caller) {
        RuleSketch sketch = body.sketch();
        require(sketch.code(), ifMatch);
        return tagged(draft.handle(sketch, who(caller)));
    }

    @PostMapping("/v1/earning-rules:preview")
    @Permission("rules.read")
    RuleReading preview(@RequestBody EarningRuleDraft body) {
        RuleCheck.Reading reading = draft.preview(body.sketch());
        return new RuleReading(reading.sentence(), reading.faults());
    }

    /** The sentence of a rule, or what is wrong with it. */
    record RuleReading(@Nullable Said sentence, List<RuleCheck.Fault> faults) {}

    @PostMapping("/v1/earning-rules/{code}:publish")
    @Permission("rules.publish")
    ResponseEntity<ListRules.Card> publish(
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EarningRuleMoment body,
            Caller caller) {
        require(code, ifMatch);
        return answer(publish.publish(code, body.at(), who(caller)));
    }

    @PostMapping("/v1/earning-rules/{code}:end")
    @Permission("rules.publish")
    ResponseEntity<ListRules.Card> end(
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EarningRuleMoment body) {
        require(code, ifMatch);
        return answer(publish.end(code, body.at()));
    }

    @PostMapping("/v1/earning-rules/{code}:back-test")
    @Permission("rules.read")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView backTest(@PathVariable String code, @RequestBody EarningRuleStretch body) {
        return backTest.handle(code, body.from(), body.to());
    }

    @PostMapping("/v1/earning-rules/{code}:re-run")
    @Permission("rules.publish")
    EarningRuleRerun rerun(@PathVariable String code, @RequestBody EarningRuleStretch body) {
        return new EarningRuleRerun(rerun.handle(code, body.from(), body.to()));
    }

    /** Whoever writes a rule that is not there yet has no version of it. */
    private void require(String code, @Nullable String ifMatch) {
        list.find(code).ifPresent(card -> Versions.requireIfGiven(ifMatch, tag(card)));
    }

    private static ResponseEntity<ListRules.Card> tagged(ListRules.Card card) {
        return ResponseEntity.ok().header(HttpHeaders.ETAG, tag(card)).body(card);
    }

    /** What people wrote; a state that only time changes is nobody's edit. */
    private static String tag(ListRules.Card card) {
        return Versions.tagOf(
                card.versions().stream()
                        .map(each ->
                                List.of(
                                        each.version(),
                                        String.valueOf(each.from()),
                                        String.valueOf(each.until()),
                                        each.sketch()))
                        .toArray());
    }

    private static ResponseEntity<ListRules.Card> answer(PublishRule.Outcome outcome) {
        return switch (outcome) {
            case PublishRule.Outcome.Published(ListRules.Card card) -> tagged(card);
            case PublishRule.Outcome.Refused refused ->
                    throw Refusal.of(
                                    refused.code(),
                                    switch (refused.code()) {
                                        case RULE_HAS_NO_DRAFT, RULE_IS_NOT_IN_FORCE ->
                                                HttpStatus.CONFLICT;
                                        case RULE_CANNOT_BE_MEANT, RULE_WOULD_CHANGE_THE_PAST ->
                                                HttpStatus.UNPROCESSABLE_CONTENT;
                                    })
                            .because(refused.why());
        };
    }

    private static String who(Caller caller) {
        return caller instanceof Caller.Staff staff ? staff.name() : caller.key();
    }
}
