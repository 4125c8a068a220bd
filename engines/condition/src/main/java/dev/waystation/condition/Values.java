package dev.waystation.condition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plain values as JSON knows them, compared the way the published cases compare them. */
final class Values {

    private Values() {}

    static @Nullable Object walk(@Nullable Object root, String path) {
        if (path.isEmpty()) {
            return root;
        }
        Object current = root;
        for (String part : path.split("\\.")) {
            if (!(current instanceof Map<?, ?> map)) {
                return null;
            }
            current = map.get(part);
        }
        return current;
    }

    static String typeOf(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case CharSequence ignored -> "string";
            case Number ignored -> "number";
            case Boolean ignored -> "boolean";
            case List<?> ignored -> "array";
            case Map<?, ?> ignored -> "object";
            default -> "unknown";
        };
    }

    /** Strict: the same type and the same value, lists and maps element by element. */
    static boolean identical(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return compareNumbers(a, b) == 0;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return sameLists(a, b);
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.size() == b.size()
                    && a.entrySet().stream()
                            .allMatch(e ->
                                    b.containsKey(e.getKey())
                                            && identical(e.getValue(), b.get(e.getKey())));
        }
        return Objects.equals(left, right);
    }

    private static boolean sameLists(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!identical(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Implicit equality: the type of the condition decides how the value is read. */
    static boolean same(@Nullable Object actual, @Nullable Object wanted) {
        return switch (wanted) {
            case null -> actual == null;
            case String text -> actual != null && asText(actual).equals(text);
            case Number number -> {
                Double read = actual == null ? null : asNumber(actual);
                yield read != null && read == number.doubleValue();
            }
            case Boolean flag -> actual != null && truthy(actual) == flag;
            default -> identical(actual, wanted);
        };
    }

    private static boolean truthy(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case Number number -> number.doubleValue() != 0;
            case CharSequence text -> !text.isEmpty();
            default -> true;
        };
    }

    static String asText(Object value) {
        if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
            return Long.toString(d.longValue());
        }
        return value.toString();
    }

    /**
     * The sign of a comparison by order, or null where the two have none. Text with text compares
     * as text; everything else as numbers, and there an absent value counts as zero, because the
     * published cases say so. Declared attributes never get here absent.
     */
    static @Nullable Integer order(@Nullable Object left, @Nullable Object right) {
        if (left instanceof CharSequence a && right instanceof CharSequence b) {
            return a.toString().compareTo(b.toString());
        }
        if (left instanceof Number a && right instanceof Number b) {
            return compareNumbers(a, b);
        }
        Double a = left == null ? Double.valueOf(0) : asNumber(left);
        Double b = right == null ? Double.valueOf(0) : asNumber(right);
        return a == null || b == null ? null : Double.compare(a, b);
    }

    private static @Nullable Double asNumber(Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Boolean flag -> flag ? 1d : 0d;
            case CharSequence text -> parseNumber(text.toString().strip());
            default -> null;
        };
    }

    private static @Nullable Double parseNumber(String text) {
        if (text.isEmpty()) {
            return 0d;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    static boolean isWhole(Number number) {
        return number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte;
    }

    private static int compareNumbers(Number a, Number b) {
        if (isWhole(a) && isWhole(b)) {
            return Long.compare(a.longValue(), b.longValue());
        }
        return exact(a).compareTo(exact(b));
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> new BigDecimal(integer);
            case Double d -> new BigDecimal(d.toString());
            case Float f -> new BigDecimal(f.toString());
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    static @Nullable Object fold(@Nullable Object value) {
        return value instanceof CharSequence text
                ? text.toString().toLowerCase(Locale.ROOT)
                : value;
    }
}
