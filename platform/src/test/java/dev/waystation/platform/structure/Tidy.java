package dev.waystation.platform.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the house does not allow in one source file. Each finding says how to mend it. */
final class Tidy {

    /** Banned call → what to use instead. */
    private static final Map<Pattern, String> BANNED_CALLS =
            Map.of(
                    Pattern.compile(
                            "\\bInstant\\.now\\(\\)|\\bLocalDate\\.now\\(\\)|System\\.currentTimeMillis\\("),
                    "take the time from an injected Clock",
                    Pattern.compile("new Random\\(\\)|Math\\.random\\(|ThreadLocalRandom"),
                    "take chance from a seed that comes from outside",
                    Pattern.compile("Thread\\.sleep\\("),
                    "wait on a condition, or move the simulated clock",
                    Pattern.compile("new BigDecimal\\(\\d+\\.\\d+\\)"),
                    "write the decimal as a string",
                    Pattern.compile("\\.printStackTrace\\("),
                    "log with the values, or let it rise");

    private static final Pattern BANNED_NAME =
            Pattern.compile("(Util|Utils|Helper|Manager|Impl|Common|Misc|DTO|Dto|VO)$");

    private static final List<String> BANNED_PACKAGES =
            List.of(
                    "util", "utils", "common", "commons", "manager", "helper", "misc", "base",
                    "impl", "core", "shared", "dto", "vo");

    private static final Pattern TYPE =
            Pattern.compile(
                    "^(?:public |final |sealed |abstract |static |non-sealed )*(?:class|record|interface|enum) (\\w+)",
                    Pattern.MULTILINE);

    private static final Pattern PACKAGE =
            Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    private Tidy() {}

    static List<String> bannedNames(String file, String source) {
        List<String> findings = new ArrayList<>();
        Matcher type = TYPE.matcher(source);
        while (type.find()) {
            if (BANNED_NAME.matcher(type.group(1)).find()) {
                findings.add(
                        file
                                + ": "
                                + type.group(1)
                                + " says nothing of what it does; name the thing or the rule");
            }
        }
        Matcher declared = PACKAGE.matcher(source);
        if (declared.find()) {
            for (String part : declared.group(1).split("\\.")) {
                if (BANNED_PACKAGES.contains(part)) {
                    findings.add(
                            file
                                    + ": package part '"
                                    + part
                                    + "' is a drawer; give its content a room of its own");
                }
            }
        }
        return findings;
    }

    static List<String> bannedCalls(String file, String source) {
        List<String> findings = new ArrayList<>();
        BANNED_CALLS.forEach((call, instead) -> {
            Matcher found = call.matcher(source);
            if (found.find()) {
                findings.add(file + ": " + found.group() + " is banned; " + instead);
            }
        });
        return findings;
    }

    static List<String> absolutePaths(String file, String source) {
        Matcher found = Pattern.compile("[\"'` (=]/(?:work|farm|root|home/\\w+)/").matcher(source);
        return found.find()
                ? List.of(
                        file
                                + ": the path '"
                                + found.group().strip()
                                + "…' belongs to one machine; use a relative one")
                : List.of();
    }
}
