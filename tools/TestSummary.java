import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Adds up the runner's reports of all modules and ends in one line: "N passed, N failed, N skipped". */
final class TestSummary {

    record Suite(String name, int tests, int failed, int skipped, double seconds) {}

    public static void main(String[] args) throws Exception {
        List<Suite> suites = new ArrayList<>();
        for (Path report : reports()) {
            suites.add(read(report));
        }
        int tests = suites.stream().mapToInt(Suite::tests).sum();
        int failed = suites.stream().mapToInt(Suite::failed).sum();
        int skipped = suites.stream().mapToInt(Suite::skipped).sum();
        System.out.println("slowest test classes:");
        suites.stream()
                .sorted(Comparator.comparingDouble(Suite::seconds).reversed())
                .limit(8)
                .forEach(suite -> System.out.printf("  %6.1f s  %s%n", suite.seconds(), suite.name()));
        suites.stream()
                .filter(suite -> suite.failed() > 0)
                .forEach(suite -> System.out.println("  failed: " + suite.name()));
        if (args.length > 0) {
            System.out.println("the suite took " + args[0] + " s");
        }
        System.out.printf("%d passed, %d failed, %d skipped%n", tests - failed - skipped, failed, skipped);
        System.exit(failed == 0 && tests > 0 ? 0 : 1);
    }

    private static List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.find(Path.of("."), 6, (path, attributes) ->
                path.getParent() != null
                        && path.getParent().endsWith("surefire-reports")
                        && path.getFileName().toString().matches("TEST-.*\\.xml"))) {
            return files.sorted().toList();
        }
    }

    private static Suite read(Path report) throws Exception {
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder().parse(report.toFile()).getDocumentElement();
        return new Suite(
                suite.getAttribute("name"),
                number(suite, "tests"),
                number(suite, "failures") + number(suite, "errors"),
                number(suite, "skipped"),
                Double.parseDouble(suite.getAttribute("time").replace(",", "")));
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
