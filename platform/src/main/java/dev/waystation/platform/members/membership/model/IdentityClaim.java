package dev.waystation.platform.members.membership.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalDate;

/** Who somebody says they are, as typed: a name, a document and a day of birth. */
public record IdentityClaim(String name, String documentType, String number, LocalDate birthDate) {

    public IdentityClaim {
        Malformed.require(
                PersonName.read(name).isPresent(),
                "name",
                "(not shown)",
                "give the name as the document has it: 2 to 60 letters, with · or spaces between");
        Malformed.require(
                Document.TYPES.contains(documentType),
                "document.type",
                documentType,
                "give one of " + Document.TYPES);
    }

    @Override
    public String toString() {
        return "IdentityClaim";
    }
}
