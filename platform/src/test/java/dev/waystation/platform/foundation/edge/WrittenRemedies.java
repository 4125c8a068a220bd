package dev.waystation.platform.foundation.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The clauses that source files hand to {@link Malformed}, with {} where a value is put in. */
final class WrittenRemedies {

    private static final Pattern CALL = Pattern.compile("(?:new Malformed|Malformed\\.require)\\(");
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)'|[(\\[{)\\]},]|[^\"'(\\[{)\\]},]+");

    private WrittenRemedies() {}

    static Set<String> in(Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher call = CALL.matcher(source);
                while (call.find()) {
                    found.addAll(clauses(lastArgument(source, call.end())));
                }
            }
        }
        return found;
    }

    private static String lastArgument(String source, int from) {
        StringBuilder argument = new StringBuilder();
        Matcher token = TOKEN.matcher(source).region(from, source.length());
        for (int depth = 0; token.lookingAt(); token.region(token.end(), source.length())) {
            String each = token.group();
            if (each.length() == 1 && ")]}".contains(each) && --depth < 0) {
                break;
            }
            if (each.length() == 1 && "([{".contains(each)) {
                depth++;
            }
            if (each.equals(",") && depth == 0) {
                argument.setLength(0);
            } else {
                argument.append(each);
            }
        }
        return argument.toString().strip();
    }

    private static Set<String> clauses(String argument) {
        Set<String> clauses = new TreeSet<>();
        Matcher literal = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(argument);
        if (argument.contains(" ? \"")) {
            literal.results().forEach(each -> clauses.add(each.group(1)));
        } else if (argument.startsWith("\"")) {
            String joined = argument.replaceAll("\"\\s*\\+\\s*\"", "");
            String holed = joined.replaceAll("\"\\s*\\+[^\"]*\\+\\s*\"", "{}");
            clauses.add(holed.replaceAll("\"\\s*\\+.*", "{}").replace("\"", ""));
        }
        return clauses;
    }
}
