package dev.waystation.platform.foundation.edge;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** Describes the API to programs: OpenAPI 3.1 at {@code /v3/api-docs}, pages at {@code /docs}. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class,
                        Caller.Staff.class,
                        Caller.Member.class,
                        Caller.ApiClient.class,
                        Caller.Anonymous.class)
                .replaceWithClass(JsonNode.class, Object.class);
    }

    private final ShapeNames names = new ShapeNames();

    /** First in the list, so that every other converter comes before it in the chain. */
    @Bean
    @Order(0)
    ModelResolver namedShapes(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), names).openapi31(true);
    }

    @Bean
    ShapeConverter exactShapes() {
        return new ShapeConverter(names);
    }

    @Bean
    OpenAPI describedApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Waystation")
                                .version("v1")
                                .description(
                                        "Refusals are RFC 9457 problems with a stable code; writes"
                                                + " take an Idempotency-Key; lists page by cursor.")
                                .license(new License().name("Apache-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "session",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.APIKEY)
                                                .in(SecurityScheme.In.COOKIE)
                                                .name(SecurityWiring.SESSION_COOKIE))
                                .addSecuritySchemes(
                                        "key",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")));
    }

    /** Names every operation after its handler, and says who may call it. */
    @Bean
    OperationCustomizer namesAndPermissionsShown() {
        return (operation, handler) -> {
            // A number in order of appearance would rename operations whenever one is added.
            operation.setOperationId(
                    handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName());
            showPermission(operation, handler);
            return operation;
        };
    }

    /** Says on every write that it wants a key. */
    @Bean
    OpenApiCustomizer keysShown() {
        return document -> {
            // Addresses of this process do not belong into a document that is kept.
            document.setServers(List.of());
            if (document.getPaths() != null) {
                document.getPaths()
                        .forEach((path, item) ->
                                item.readOperationsMap()
                                        .forEach((method, operation) -> {
                                            showKey(method.name(), path, operation);
                                            showUpload(operation);
                                        }));
            }
        };
    }

    private static void showPermission(Operation operation, HandlerMethod handler) {
        @Nullable Permission permission = handler.getMethodAnnotation(Permission.class);
        if (permission != null) {
            operation.addExtension("x-permission", List.of(permission.value()));
        }
    }

    /** A body with a file in it travels as a form. */
    private static void showUpload(Operation operation) {
        if (operation.getRequestBody() == null) {
            return;
        }
        Content content = operation.getRequestBody().getContent();
        @Nullable MediaType json = content.get("application/json");
        if (json != null
                && json.getSchema().getProperties() != null
                && json.getSchema().getProperties().toString().contains("format: binary")) {
            content.remove("application/json");
            content.addMediaType("multipart/form-data", json);
        }
    }

    private static void showKey(String method, String path, Operation operation) {
        Set<String> reads = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
        if (!reads.contains(method) && IdempotencyFilter.wantsKey(path)) {
            operation.addParametersItem(
                    new HeaderParameter()
                            .name(IdempotencyFilter.HEADER)
                            .required(true)
                            .schema(new StringSchema())
                            .extensions(Map.of("x-fresh-per-intention", true)));
        }
    }
}
