package dev.waystation.platform.members.membership.model;

import java.time.LocalDate;

/** Who somebody is, in clear; lives in memory only and never prints itself. */
public record Person(String name, Document document, LocalDate birthDate) {

    @Override
    public String toString() {
        return "Person";
    }
}
