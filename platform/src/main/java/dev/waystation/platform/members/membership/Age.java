package dev.waystation.platform.members.membership;

import java.time.LocalDate;

/** Age in whole years on a business date. */
final class Age {

    static final int SENIOR_FROM = 60;
    static final int CHILD_BELOW = 14;

    private Age() {}

    static int on(LocalDate birthDate, LocalDate day) {
        int years = day.getYear() - birthDate.getYear();
        boolean birthdayIsAhead =
                day.getMonthValue() < birthDate.getMonthValue()
                        || (day.getMonthValue() == birthDate.getMonthValue()
                                && day.getDayOfMonth() < birthDate.getDayOfMonth());
        return birthdayIsAhead ? years - 1 : years;
    }
}
