package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.members.membership.MemberSection;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes into the API document the parts of the member's page that other modules own. */
@Component
class MemberPartsDocument implements OpenApiCustomizer {

    private static final String PAGE = "membership.MemberView";

    private final ObjectProvider<MemberSection> sections;

    MemberPartsDocument(ObjectProvider<MemberSection> sections) {
        this.sections = sections;
    }

    @Override
    public void customise(OpenAPI document) {
        Schema<?> page = document.getComponents().getSchemas().get(PAGE);
        if (page == null) {
            return;
        }
        page.getProperties().remove("sections");
        page.getRequired().remove("sections");
        sections.orderedStream().forEach(section -> add(document, page, section));
    }

    private static void add(OpenAPI document, Schema<?> page, MemberSection section) {
        ResolvedSchema shape =
                ModelConverters.getInstance(true)
                        .resolveAsResolvedSchema(
                                new AnnotatedType(section.shape()).resolveAsRef(true));
        shape.referencedSchemas.forEach(document.getComponents()::addSchemas);
        page.addProperty(section.name(), shape.schema);
        page.addRequiredItem(section.name());
    }
}
