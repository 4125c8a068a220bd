package dev.waystation.platform.members.accounts.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * A month of an account. Opening plus its lines is its closing, and the closing is the balance
 * after the last line: counted anew it says the same.
 *
 * @param differences orders that say something else than the journal; a month with any stays open
 * @param digest of all lines; the same for the same month whenever it is counted
 */
public record MonthStatement(
        LocalDate month,
        long opening,
        long charges,
        long credits,
        long payments,
        long closing,
        List<AccountEntry> lines,
        List<Difference> differences,
        String digest) {

    /** An order of which journal and booking say different amounts. */
    public record Difference(String order, long journal, long booking) {}

    public static MonthStatement of(
            LocalDate month, long opening, List<AccountEntry> lines, List<Difference> differences) {
        long charges = sum(lines, AccountEntry.Kind.CHARGE);
        long credits = sum(lines, AccountEntry.Kind.CREDIT);
        long payments = sum(lines, AccountEntry.Kind.PAYMENT);
        return new MonthStatement(
                month,
                opening,
                charges,
                credits,
                payments,
                opening + charges + credits + payments,
                List.copyOf(lines),
                List.copyOf(differences),
                digest(opening, lines));
    }

    /** Whether the balance after the last line is what the sums come to. */
    public boolean addsUp() {
        return lines.isEmpty() || lines.getLast().balance() == closing;
    }

    private static long sum(List<AccountEntry> lines, AccountEntry.Kind kind) {
        return lines.stream()
                .filter(each -> each.kind() == kind)
                .mapToLong(AccountEntry::minor)
                .sum();
    }

    private static String digest(long opening, List<AccountEntry> lines) {
        StringBuilder text = new StringBuilder().append(opening);
        lines.forEach(each ->
                text.append('|')
                        .append(each.number())
                        .append(' ')
                        .append(each.kind())
                        .append(' ')
                        .append(each.minor())
                        .append(' ')
                        .append(each.reference()));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
