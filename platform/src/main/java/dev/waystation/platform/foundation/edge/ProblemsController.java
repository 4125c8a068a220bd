package dev.waystation.platform.foundation.edge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page that a problem's {@code type} points to. */
@RestController
class ProblemsController {

    record CodeView(String code, Said sentence) {}

    private final Phrases phrases;
    private final ApiErrors errors;

    ProblemsController(Phrases phrases, ApiErrors errors) {
        this.phrases = phrases;
        this.errors = errors;
    }

    /** What programs with a key were refused lately, newest first: the last 500 of this process. */
    @GetMapping("/v1/api-errors")
    @Permission("clients.manage")
    Page<ApiErrors.ApiError> apiErrors(@RequestParam(required = false) @Nullable String client) {
        return Page.last(
                errors.latest().stream()
                        .filter(each -> client == null || each.client().equals(client))
                        .toList());
    }

    @GetMapping("/v1/problems")
    @Permission(Permission.PUBLIC)
    List<CodeView> list() {
        return phrases.codes("en").stream()
                .map(code -> new CodeView(code, phrases.say(code, Map.of())))
                .toList();
    }
}
