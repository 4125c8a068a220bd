package dev.waystation.platform.foundation.edge;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in the API document what may be missing: exactly the components marked nullable. */
@SuppressWarnings("rawtypes")
final class ShapeConverter implements ModelConverter {

    private final ShapeNames names;

    ShapeConverter(ShapeNames names) {
        this.names = names;
    }

    @Override
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        @Nullable Schema shape = chain.next().resolve(type, context, chain);
        JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
        if (java.getRawClass().isRecord()) {
            @Nullable Schema model = context.getDefinedModels().get(names.nameForType(java));
            if (model != null) {
                markWithin(model, java.getRawClass());
            }
        }
        return shape;
    }

    @SuppressWarnings("unchecked")
    private static void markWithin(Schema<?> model, Class<?> record) {
        @Nullable Map<String, Schema> properties = (@Nullable Map) model.getProperties();
        if (properties == null) {
            return;
        }
        Set<String> required = new LinkedHashSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                markWithin(model, component.getType());
                continue;
            }
            String name = name(component);
            @Nullable Schema property = properties.get(name);
            if (property == null) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(name, orNull(property));
            } else {
                required.add(name);
            }
        }
        if (model.getRequired() != null) {
            required.addAll(model.getRequired());
        }
        model.setRequired(
                required.isEmpty() ? null : List.copyOf(required).stream().sorted().toList());
    }

    private static String name(RecordComponent component) {
        @Nullable JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null || given.value().isEmpty() ? component.getName() : given.value();
    }

    private static Schema orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null"))));
        }
        if (property.getTypes() != null && !property.getTypes().contains("null")) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
        }
        return property;
    }
}
