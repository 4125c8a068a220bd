package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.membership.model.Document;
import java.util.Set;

/** What every command that names a person has to bring. */
final class Identity {

    private static final Set<String> TYPES = Set.of(Document.IDENTITY_CARD, Document.PASSPORT);

    private Identity() {}

    static void require(String name, String documentType) {
        int length = name.strip().codePointCount(0, name.strip().length());
        Malformed.require(length >= 2 && length <= 40, "name", name, "give 2 to 40 characters");
        Malformed.require(
                TYPES.contains(documentType),
                "document.type",
                documentType,
                "give identity_card or passport");
    }
}
