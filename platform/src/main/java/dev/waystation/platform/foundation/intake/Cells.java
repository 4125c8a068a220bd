package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Said;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of one row the way people type them, and remembers what is wrong with them. */
public final class Cells {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?([ T].*)?");
    private static final List<String> YES = List.of("是", "y", "yes", "true", "1", "同意");
    private static final List<String> NO = List.of("否", "n", "no", "false", "0", "不同意");

    private final IntakeRow row;
    private final List<Verdict.Fault> faults = new ArrayList<>();

    public Cells(IntakeRow row) {
        this.row = row;
    }

    public List<Verdict.Fault> faults() {
        return faults;
    }

    public void fault(String column, String zh, String en) {
        faults.add(new Verdict.Fault(column, new Said(zh, en)));
    }

    /** The text of a cell; a blank one is a fault. */
    public String needed(String column, Said heading) {
        return row.cell(column)
                .orElseGet(() -> {
                    fault(column, "“" + heading.zh() + "”没有填写", "“" + heading.en() + "” is empty");
                    return "";
                });
    }

    /** 1990-01-02, 1990/1/2, 19900102 or 1990年1月2日. */
    public Optional<LocalDate> date(String column) {
        return row.cell(column).flatMap(text -> date(column, text));
    }

    private Optional<LocalDate> date(String column, String text) {
        Matcher found = DATE.matcher(half(text));
        try {
            if (found.matches()) {
                return Optional.of(
                        LocalDate.of(number(found, 1), number(found, 2), number(found, 3)));
            }
        } catch (DateTimeException noSuchDay) {
            // told below
        }
        fault(
                column,
                "“" + text + "”不是日期，请写成 1990-01-02",
                "“" + text + "” is no date; write it as 1990-01-02");
        return Optional.empty();
    }

    /** A whole number, with or without thousands separators. */
    public Optional<Long> whole(String column, long most) {
        return decimal(column, 0, most);
    }

    /** An amount of money in minor units. */
    public Optional<Long> money(String column, long mostMinor) {
        return decimal(column, 2, mostMinor);
    }

    private Optional<Long> decimal(String column, int places, long most) {
        Optional<String> text = row.cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String plain = half(text.get()).replaceAll("[,，\\s¥￥元分]", "");
        try {
            long value = new BigDecimal(plain).movePointRight(places).longValueExact();
            if (value >= 0 && value <= most) {
                return Optional.of(value);
            }
        } catch (ArithmeticException | NumberFormatException notANumber) {
            // told below
        }
        String form = places == 0 ? "0、100、12,000" : "0、100、1000.50";
        fault(
                column,
                "“" + text.get() + "”不是可用的数量，请写成 " + form + " 这样的数",
                "“" + text.get() + "” is no usable amount; write a number such as " + form);
        return Optional.empty();
    }

    public Optional<Boolean> yes(String column) {
        Optional<String> text = row.cell(column).map(each -> half(each).toLowerCase(Locale.ROOT));
        if (text.isPresent() && !YES.contains(text.get()) && !NO.contains(text.get())) {
            fault(column, "“" + text.get() + "”请改为“是”或“否”", "“" + text.get() + "” must be 是 or 否");
            return Optional.empty();
        }
        return text.map(YES::contains);
    }

    /** Full-width digits, letters and signs as half-width ones. */
    public static String half(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
