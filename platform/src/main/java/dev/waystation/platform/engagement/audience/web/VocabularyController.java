package dev.waystation.platform.engagement.audience.web;

import dev.waystation.platform.engagement.audience.usecase.ListAttributes;
import dev.waystation.platform.engagement.audience.usecase.ListTags;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1")
class VocabularyController {

    private final ListAttributes attributes;
    private final ListTags tags;

    VocabularyController(ListAttributes attributes, ListTags tags) {
        this.attributes = attributes;
        this.tags = tags;
    }

    @GetMapping("/attributes")
    @Permission({"segments.read", "journeys.read"})
    Page<ListAttributes.View> attributes() {
        return Page.last(attributes.list());
    }

    @GetMapping("/tags")
    @Permission({"segments.read", "members.read"})
    Page<ListTags.View> tags() {
        return Page.last(tags.list());
    }
}
