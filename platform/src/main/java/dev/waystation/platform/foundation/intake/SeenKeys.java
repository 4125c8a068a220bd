package dev.waystation.platform.foundation.intake;

/**
 * The keys of a file's rows with the line each came in first: 12 bytes per key, so that a million
 * rows fit beside everything else. Keys are compared by 64 bits of their digest; in a million two
 * different ones meet once in forty million files.
 */
final class SeenKeys {

    private long[] keys = new long[1 << 12];
    private int[] lines = new int[1 << 12];
    private int size;

    /** The line that had the key before; the line itself when it is new. */
    int firstLine(long key, int line) {
        if (size * 2 > keys.length) {
            grow();
        }
        int at = place(keys, lines, key);
        if (lines[at] != 0) {
            return lines[at];
        }
        keys[at] = key;
        lines[at] = line;
        size++;
        return line;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldLines = lines;
        keys = new long[oldKeys.length * 2];
        lines = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLines[i] != 0) {
                int at = place(keys, lines, oldKeys[i]);
                keys[at] = oldKeys[i];
                lines[at] = oldLines[i];
            }
        }
    }

    private static int place(long[] keys, int[] lines, long key) {
        int mask = keys.length - 1;
        int at = (int) (key >>> 20) & mask;
        while (lines[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
