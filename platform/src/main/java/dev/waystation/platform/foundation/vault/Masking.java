package dev.waystation.platform.foundation.vault;

/** How personal data looks on a screen until somebody reveals it with a reason. */
public final class Masking {

    private static final String DOT = "*";

    private Masking() {}

    /** 王小明 becomes 王**; Mary Smith becomes M*** S****. */
    public static String name(String name) {
        StringBuilder masked = new StringBuilder();
        for (String word : name.strip().split("\\s+")) {
            if (!masked.isEmpty()) {
                masked.append(' ');
            }
            masked.append(keep(word, 1, 0));
        }
        return masked.toString();
    }

    /** 13800001234 becomes 138****1234. */
    public static String phone(String phone) {
        return phone.length() < 8 ? DOT.repeat(phone.length()) : keep(phone, phone.length() - 8, 4);
    }

    /** The first three and the last two of a document number remain. */
    public static String document(String number) {
        return number.length() < 7 ? DOT.repeat(number.length()) : keep(number, 3, 2);
    }

    /** The first letter and the domain remain. */
    public static String mail(String address) {
        int at = address.indexOf('@');
        return at < 1
                ? keep(address, 1, 0)
                : keep(address.substring(0, at), 1, 0) + address.substring(at);
    }

    private static String keep(String text, int first, int last) {
        int[] points = text.codePoints().toArray();
        int start = Math.min(first, points.length);
        int end = Math.max(start, points.length - last);
        return new String(points, 0, start)
                + DOT.repeat(end - start)
                + new String(points, end, points.length - end);
    }
}
