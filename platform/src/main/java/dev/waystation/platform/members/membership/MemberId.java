package dev.waystation.platform.members.membership;

/**
 * A member's number. Numbers are dense from 1 upwards, so the same number serves as the position of
 * the member in bitmaps.
 */
public record MemberId(long value) {

    public MemberId {
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "member id must lie in 1.." + Integer.MAX_VALUE + ", was " + value);
        }
    }

    /** Position in bitmaps. */
    public int ordinal() {
        return (int) value;
    }
}
