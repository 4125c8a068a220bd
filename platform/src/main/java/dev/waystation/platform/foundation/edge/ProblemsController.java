package dev.waystation.platform.foundation.edge;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page that a problem's {@code type} points to. */
@RestController
class ProblemsController {

    record CodeView(String code, Said sentence) {}

    private final Phrases phrases;

    ProblemsController(Phrases phrases) {
        this.phrases = phrases;
    }

    @GetMapping("/v1/problems")
    @Permission(Permission.PUBLIC)
    List<CodeView> list() {
        return phrases.codes("en").stream()
                .map(code -> new CodeView(code, phrases.say(code, Map.of())))
                .toList();
    }
}
