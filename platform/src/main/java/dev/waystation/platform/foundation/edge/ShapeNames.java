package dev.waystation.platform.foundation.edge;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names the shapes of the API document: {@code booking.OrderView}. Two modules may both have a view
 * or a step; with bare names the later one would silently replace the other.
 */
final class ShapeNames extends TypeNameResolver {

    private static final String PLATFORM = "dev.waystation.platform.";

    private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = named(type);
        Class<?> other = taken.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException(other + " and " + type + " are both named " + name);
        }
        return name;
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        StringBuilder name = new StringBuilder();
        for (JavaType argument : type.getBindings().getTypeParameters()) {
            name.append(nameForType(argument, options));
        }
        return name.append('.').append(type.getRawClass().getSimpleName()).toString();
    }

    private static String named(Class<?> type) {
        if (!type.getName().startsWith("dev.waystation.")) {
            return type.getSimpleName();
        }
        String module = module(type.getPackageName());
        return module.isEmpty() ? within(type) : module + "." + within(type);
    }

    /** The third name of a platform package, the last of an engine's; foundation's have none. */
    private static String module(String place) {
        if (!place.startsWith(PLATFORM)) {
            return place.substring(place.lastIndexOf('.') + 1);
        }
        String[] parts = place.substring(PLATFORM.length()).split("\\.");
        return switch (parts[0]) {
            case "foundation" -> "";
            case "demo" -> "demo";
            default -> parts[1];
        };
    }

    /**
     * A shape inside a controller is named without it: who serves it is no part of the contract.
     */
    private static String within(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        boolean serves =
                outer != null && outer.getSimpleName().matches(".*(Controller|Pages|Json)");
        return outer == null || serves
                ? type.getSimpleName()
                : within(outer) + "." + type.getSimpleName();
    }
}
