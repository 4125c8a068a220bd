package dev.waystation.platform.selling.catalogue.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong while reading goes on, so that one import names every bad row. */
public final class Findings {

    private static final int LONGEST_VALUE = 120;

    private final List<Finding> all = new ArrayList<>();
    private boolean blocking;

    void add(String file, long line, String column, String value, FindingCode code) {
        String shown =
                value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
        all.add(new Finding(file, line, column, shown, code));
        blocking |= !code.isNote();
    }

    void add(Row row, String column, FindingCode code) {
        add(row.file(), row.line(), column, row.text(column), code);
    }

    /** Whether nothing may be loaded. */
    public boolean areBlocking() {
        return blocking;
    }

    /** By file and line, as a person works through them. */
    public List<Finding> sorted() {
        return all.stream()
                .sorted(Comparator.comparing(Finding::file).thenComparingLong(Finding::line))
                .toList();
    }
}
