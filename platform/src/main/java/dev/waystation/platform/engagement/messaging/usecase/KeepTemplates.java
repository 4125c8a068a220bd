package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.store.TemplateRows;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes texts version by version. */
@Service
class KeepTemplates implements Templates {

    private final TemplateRows templates;
    private final Clock clock;

    KeepTemplates(TemplateRows templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public boolean isPublished(String code) {
        return templates.latest(code).isPresent();
    }

    @Override
    public Optional<Template> latest(String code) {
        return templates.latest(code);
    }

    @Override
    public List<Template> all() {
        return templates.all();
    }

    @Override
    @Transactional
    public int publish(Template.Draft draft) {
        Optional<Template> before = templates.latest(draft.code());
        boolean same =
                before.filter(template ->
                                template.title().equals(draft.title())
                                        && template.body().equals(draft.body())
                                        && template.blocks().equals(draft.blocks()))
                        .isPresent();
        if (same) {
            return before.orElseThrow().version();
        }
        int version = before.map(Template::version).orElse(0) + 1;
        templates.insert(
                new Template(
                        draft.code(),
                        version,
                        draft.title(),
                        draft.body(),
                        draft.placeholders(),
                        draft.blocks()),
                clock.instant());
        return version;
    }
}
