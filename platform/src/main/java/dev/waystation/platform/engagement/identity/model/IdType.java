package dev.waystation.platform.engagement.identity.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Sorts of identifiers, the strongest first: when too many would come together, the weakest is left
 * out.
 */
public enum IdType {
    MEMBER(1),
    DOCUMENT(1),
    PHONE(1),
    UNIONID(1),
    EXTERNAL_USERID(1),
    OPENID(5),
    USER(5),
    OTA(5),
    DEVICE(20),
    ANONYMOUS(100);

    private final int limit;

    IdType(int limit) {
        this.limit = limit;
    }

    /** How many of it one person may have. */
    public int limit() {
        return limit;
    }

    /** Whether it names a thing rather than a person: things change hands. */
    public boolean isWeak() {
        return this == DEVICE || this == ANONYMOUS;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<IdType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
