package dev.waystation.platform.members.loyalty.model;

import dev.waystation.amounts.Share;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule gives. All of it is exact; the engine rounds, once. */
public sealed interface Effect {

    /** Facts that points can be given by the unit of. */
    List<String> MEASURED = List.of("weightGrams", "distanceMetres", "score");

    /** So many points for each yuan paid. */
    record PerYuan(long points) implements Effect {}

    /** Multiplies what earlier groups gave: double adds as much again. */
    record Times(Share factor) implements Effect {}

    /** So many points, once per event. */
    record Fixed(long points) implements Effect {}

    /** So many points for each {@code per} of a measured fact: 10 points for 1,000 grams. */
    record PerUnit(long points, long per, String of) implements Effect {}

    /** Whether it gives to each line by itself, rather than to the event. */
    default boolean byLine() {
        return this instanceof PerYuan || this instanceof Times;
    }

    /** The effect in words. */
    default Said said() {
        return switch (this) {
            case PerYuan(long points) ->
                    new Said("每元 %,d 分".formatted(points), "%,d points per yuan".formatted(points));
            case Times(Share f) -> new Said("基础积分 × " + plain(f), "base points times " + plain(f));
            case Fixed(long points) ->
                    new Said(
                            "每次 %,d 分".formatted(points), "%,d points each time".formatted(points));
            case PerUnit(long points, long per, String of) ->
                    new Said(
                            "每 %,d %s %,d 分".formatted(per, unit(of).zh(), points),
                            "%,d points per %,d %s".formatted(points, per, unit(of).en()));
        };
    }

    /** Reads the written form: {@code {"perYuan": 5}}; empty when it cannot be meant. */
    static Optional<Effect> read(Map<String, Object> written) {
        if (written.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, Object> only = written.entrySet().iterator().next();
        return Optional.ofNullable(
                switch (only.getKey()) {
                    case "perYuan" -> positive(only.getValue(), PerYuan::new);
                    case "fixed" -> positive(only.getValue(), Fixed::new);
                    case "times" -> times(only.getValue());
                    case "perUnit" -> perUnit(only.getValue());
                    default -> null;
                });
    }

    private static @Nullable Effect positive(
            Object value, java.util.function.LongFunction<Effect> make) {
        long points = whole(value);
        return points > 0 && points <= 1_000_000 ? make.apply(points) : null;
    }

    /** 2, "1.2" or "3/2": more than once, a hundred times at most. */
    private static @Nullable Effect times(Object value) {
        String text = String.valueOf(value).strip();
        if (!text.matches("\\d{1,3}(\\.\\d{1,4}|/\\d{1,4})?")) {
            return null;
        }
        Share factor;
        if (text.contains("/")) {
            String[] parts = text.split("/", 2);
            if (Long.parseLong(parts[1]) == 0) {
                return null;
            }
            factor = new Share(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        } else {
            java.math.BigDecimal number = new java.math.BigDecimal(text).setScale(4);
            factor = new Share(number.unscaledValue().longValueExact(), 10_000);
        }
        boolean sensible =
                factor.compareTo(Share.WHOLE) > 0 && factor.compareTo(new Share(100, 1)) <= 0;
        return sensible ? new Times(factor) : null;
    }

    private static @Nullable Effect perUnit(Object value) {
        if (!(value instanceof Map<?, ?> map)
                || !(map.get("of") instanceof String of)
                || !MEASURED.contains(of)) {
            return null;
        }
        long points = whole(map.get("points"));
        long per = whole(map.get("per"));
        return points > 0 && per > 0 ? new PerUnit(points, per, of) : null;
    }

    private static long whole(@Nullable Object value) {
        return value instanceof Number number && number.doubleValue() == number.longValue()
                ? number.longValue()
                : -1;
    }

    private static String plain(Share share) {
        return share.denominator() == 1
                ? Long.toString(share.numerator())
                : java.math.BigDecimal.valueOf(share.numerator())
                        .divide(
                                java.math.BigDecimal.valueOf(share.denominator()),
                                java.math.MathContext.DECIMAL32)
                        .toPlainString();
    }

    private static Said unit(String of) {
        return switch (of) {
            case "weightGrams" -> new Said("克", "grams");
            case "distanceMetres" -> new Said("米", "metres");
            default -> new Said("得分", "of the score");
        };
    }
}
