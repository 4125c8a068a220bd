package dev.waystation.platform.selling.booking.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.selling.booking.model.ChangeRules;
import dev.waystation.platform.selling.booking.model.ChangeRules.Cheaper;
import dev.waystation.platform.selling.booking.usecase.SetChangeRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** When and for how much tickets are changed: read, looked at before it holds, set. */
@RestController
class ChangeRulePages {

    /** Rules as a person fills them in; {@code lines} says them in words. */
    record ChangeRulesBody(
            int changes,
            int awardChanges,
            int untilMinutes,
            boolean destination,
            int destinationUntilMinutes,
            boolean upgradeFree,
            boolean coupons,
            @Nullable Cheaper cheaper,
            @Nullable List<ChangeRules.FeeTier> fees,
            @Nullable List<String> classes) {

        ChangeRules rules() {
            if (cheaper == null) {
                throw new Malformed("changes.cheaper", "", "is required");
            }
            return new ChangeRules(
                    changes,
                    awardChanges,
                    untilMinutes,
                    destination,
                    destinationUntilMinutes,
                    upgradeFree,
                    coupons,
                    cheaper,
                    fees == null ? List.of() : fees,
                    classes == null ? ChangeRules.ALL_CLASSES : classes);
        }
    }

    record ChangeRulesView(ChangeRules rules, List<RuleLine> lines) {}

    private final SetChangeRules set;

    ChangeRulePages(SetChangeRules set) {
        this.set = set;
    }

    @GetMapping("/v1/change-rules")
    @Permission("rules.read")
    ResponseEntity<ChangeRulesView> changeRules() {
        return tagged(set.now());
    }

    /** The draft in words, refused where it can't be meant; changes nothing. */
    @PostMapping("/v1/change-rules:preview")
    @Permission("rules.read")
    ChangeRulesView previewChangeRules(@RequestBody ChangeRulesBody body) {
        return view(body.rules());
    }

    @PutMapping("/v1/change-rules")
    @Permission("rules.publish")
    ResponseEntity<ChangeRulesView> putChangeRules(
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangeRulesBody body,
            Caller caller) {
        Versions.requireIfGiven(ifMatch, Versions.tagOf(set.now()));
        return tagged(set.handle(body.rules(), caller.key()));
    }

    private ResponseEntity<ChangeRulesView> tagged(ChangeRules rules) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.tagOf(rules))
                .body(view(rules));
    }

    private ChangeRulesView view(ChangeRules rules) {
        return new ChangeRulesView(rules, set.words(rules));
    }
}
