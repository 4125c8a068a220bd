package dev.waystation.platform.engagement.journey.model;

import dev.waystation.condition.Kind;
import dev.waystation.platform.foundation.edge.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A field of another system's answer that stays with the member on his way: texts name it {@code
 * {answerScore}}, branches {@code entry.answerScore}. The prefix keeps it apart from the values of
 * the trigger.
 *
 * @param pointer where it stands in the answer, such as {@code /risk/score}
 */
public record Taken(String name, String pointer, Kind kind) {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,29}");
    private static final String PREFIX = "answer";
    private static final int LONGEST = 200;

    /** The fields that one step takes. */
    static List<Taken> of(NodeDraft node) {
        var settings = new Settings(node);
        List<Taken> all = new ArrayList<>();
        for (Map<String, Object> row : settings.rows("takes")) {
            String name = String.valueOf(row.getOrDefault("name", ""));
            String pointer = String.valueOf(row.getOrDefault("pointer", "/" + name));
            Malformed.require(
                    NAME.matcher(name).matches(),
                    settings.field("takes.name"),
                    name,
                    "begin with a small letter, then letters and digits, 30 at most");
            Malformed.require(
                    pointer.startsWith("/"),
                    settings.field("takes.pointer"),
                    pointer,
                    "write where it stands, such as /risk/score");
            all.add(new Taken(name, pointer, kind(settings, row)));
        }
        return List.copyOf(all);
    }

    /** The fields that all steps of a drawing take. */
    public static List<Taken> of(GraphDraft drawing) {
        return drawing.nodes().stream().flatMap(node -> stream(node)).toList();
    }

    /** The fields that the step of that name takes. */
    public static List<Taken> of(GraphDraft drawing, String node) {
        return drawing.nodes().stream()
                .filter(it -> it.id().equals(node))
                .flatMap(it -> stream(it))
                .toList();
    }

    private static Stream<Taken> stream(NodeDraft node) {
        return node.kind().equals("call") ? of(node).stream() : Stream.empty();
    }

    private static Kind kind(Settings settings, Map<String, Object> row) {
        String word = String.valueOf(row.getOrDefault("kind", "text"));
        return switch (word) {
            case "text" -> Kind.TEXT;
            case "whole" -> Kind.WHOLE;
            case "flag" -> Kind.FLAG;
            default ->
                    throw new Malformed(
                            settings.field("takes.kind"), word, "use text, whole or flag");
        };
    }

    /** Under which name it stays with the member. */
    public String stays() {
        return PREFIX + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** What the answer has there, if it is of the kind that branches expect. */
    public Optional<String> fitting(String found) {
        boolean fits =
                switch (kind) {
                    case WHOLE, PLACE -> found.matches("-?[0-9]{1,18}");
                    case FLAG -> found.equals("true") || found.equals("false");
                    case TEXT, TEXTS -> found.length() <= LONGEST;
                };
        return fits ? Optional.of(found) : Optional.empty();
    }
}
