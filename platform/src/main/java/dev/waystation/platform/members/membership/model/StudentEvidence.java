package dev.waystation.platform.members.membership.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalDate;

/** What a student shows: which school, under which number, from when to when, and the way home. */
public record StudentEvidence(
        String school,
        String enrolmentNumber,
        LocalDate enteredOn,
        LocalDate leavesOn,
        String homeCity,
        String schoolCity) {

    private static final String CITY = "[A-Z]{2,5}";

    public StudentEvidence {
        school = school.strip();
        Malformed.require(
                school.length() >= 2 && school.length() <= 60,
                "school",
                school,
                "give the name of the school, 2 to 60 characters");
        Malformed.require(
                enrolmentNumber.matches("[A-Za-z0-9]{6,20}"),
                "enrolmentNumber",
                "(not shown)",
                "give 6 to 20 letters and digits");
        Malformed.require(
                leavesOn.isAfter(enteredOn) && !leavesOn.isAfter(enteredOn.plusYears(10)),
                "leavesOn",
                leavesOn,
                "give a day after the day of entry, ten years later at most");
        Malformed.require(homeCity.matches(CITY), "homeCity", homeCity, "give the code of a city");
        Malformed.require(
                schoolCity.matches(CITY) && !schoolCity.equals(homeCity),
                "schoolCity",
                schoolCity,
                "give the code of another city than the one of home");
    }

    @Override
    public String toString() {
        return "StudentEvidence[" + school + "]";
    }
}
