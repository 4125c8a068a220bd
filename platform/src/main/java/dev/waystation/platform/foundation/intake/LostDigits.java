package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds numbers a spreadsheet has cut to 15 digits, such as a document number it took for a number.
 * Nobody can put the lost digits back, so the cell is refused instead of taken for another one.
 */
final class LostDigits {

    private static final Pattern CUT =
            Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?(1[0-9]|[2-9]\\d)", Pattern.CASE_INSENSITIVE);

    private LostDigits() {}

    static Optional<Verdict> of(IntakeRow row) {
        List<Verdict.Fault> faults =
                row.cells().entrySet().stream()
                        .filter(cell -> CUT.matcher(cell.getValue()).matches())
                        .map(cell -> new Verdict.Fault(cell.getKey(), said(cell.getValue())))
                        .toList();
        return faults.isEmpty() ? Optional.empty() : Optional.of(new Verdict.Rejected(faults));
    }

    private static Said said(String cell) {
        return new Said(
                "“%s”已被表格软件改成科学计数法，末尾的数字丢了；请把这一列设为“文本”，再重新填写".formatted(cell),
                "“%s” was cut short by the spreadsheet; make the column text and type it again"
                        .formatted(cell));
    }
}
