package dev.waystation.platform.members.membership;

import dev.waystation.platform.members.membership.model.Document;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** Registrations nobody used before, with a region and a phone prefix that do not exist. */
public final class People {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private People() {}

    public static Registration born(LocalDate birthDate) {
        return living("WUH", birthDate);
    }

    /** In a city; conditions may only ask for those of the timetable in force. */
    public static Registration living(String city, LocalDate birthDate) {
        int number = NEXT.getAndIncrement();
        return new Registration(
                "%011d".formatted(19_910_000_000L + number),
                "测试甲",
                Document.IDENTITY_CARD,
                card(birthDate, number),
                birthDate,
                "unknown",
                city,
                "web");
    }

    /** A valid card number of a region that does not exist. */
    public static String card(LocalDate birthDate, int number) {
        String body =
                "%d%tY%<tm%<td%03d".formatted(900_000 + number / 1_000, birthDate, number % 1_000);
        return body + Document.checkCharacter(body);
    }

    public static String freshCard(LocalDate birthDate) {
        return card(birthDate, NEXT.getAndIncrement());
    }
}
