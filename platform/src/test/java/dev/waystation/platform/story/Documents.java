package dev.waystation.platform.story;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Identity card numbers that pass the check and belong to nobody: the region 999999 does not exist.
 */
final class Documents {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private Documents() {}

    static String identityCard(LocalDate birthDate, int sequence) {
        String body =
                "999999"
                        + birthDate.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + "%03d".formatted(sequence % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + CHECK.charAt(sum % 11);
    }
}
