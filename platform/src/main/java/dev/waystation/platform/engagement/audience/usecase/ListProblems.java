package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.ListRows;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What was wrong with the lines of a list's file. */
@Service
public class ListProblems {

    private final ListRows lists;

    ListProblems(ListRows lists) {
        this.lists = lists;
    }

    /** One line each: where, what stood there, why it was refused. */
    public String csv(long segmentId) {
        return lists.problems(segmentId).stream()
                .map(problem ->
                        problem.line()
                                + ","
                                + quoted(problem.value())
                                + ","
                                + problem.code()
                                + "\n")
                .collect(Collectors.joining("", "line,value,code\n", ""));
    }

    private static String quoted(String value) {
        // a value a spreadsheet would take for a formula stays a text
        String plain = value.matches("^[=+@-].*") ? "'" + value : value;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
