package dev.waystation.platform.engagement.messaging.model;

/**
 * How long a text message is to those who charge for it: 70 characters go as one, longer ones in
 * parts of 67, for each part carries a mark of its place.
 */
public record SmsLength(int characters, int segments) {

    private static final int WHOLE = 70;
    private static final int PART = 67;

    public static SmsLength of(String text) {
        int units = text.length();
        return new SmsLength(units, units <= WHOLE ? 1 : (units + PART - 1) / PART);
    }
}
