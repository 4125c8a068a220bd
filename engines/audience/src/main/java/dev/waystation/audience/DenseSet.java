package dev.waystation.audience;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * A set of member numbers frozen for wide algebra: a chunk of 65,536 numbers is absent, a sorted
 * list, or 1,024 words that are read in place. It takes what the compressed set takes; it does not
 * change.
 */
public final class DenseSet {

    static final int CHUNK = 1 << 16;
    static final int WORDS = CHUNK / Long.SIZE;

    /** From so many on, words are smaller than the list. */
    private static final int LIST_MOST = WORDS * Long.BYTES / Character.BYTES;

    private final char[] @Nullable [] lists;
    private final long[] @Nullable [] words;

    private DenseSet(char[] @Nullable [] lists, long[] @Nullable [] words) {
        this.lists = lists;
        this.words = words;
    }

    /** The same members as the compressed set. */
    public static DenseSet of(RoaringBitmap set) {
        int chunks = set.isEmpty() ? 0 : (set.last() >>> 16) + 1;
        char[] @Nullable [] lists = new char[chunks] @Nullable [];
        long[] @Nullable [] words = new long[chunks] @Nullable [];
        IntIterator members = set.getIntIterator();
        char[] pending = new char[CHUNK];
        int chunk = 0;
        int count = 0;
        while (members.hasNext()) {
            int member = members.next();
            if (member >>> 16 != chunk) {
                freeze(lists, words, chunk, pending, count);
                chunk = member >>> 16;
                count = 0;
            }
            pending[count++] = (char) member;
        }
        if (chunks > 0) {
            freeze(lists, words, chunk, pending, count);
        }
        return new DenseSet(lists, words);
    }

    private static void freeze(
            char[] @Nullable [] lists,
            long[] @Nullable [] words,
            int chunk,
            char[] pending,
            int count) {
        if (count == 0) {
            return;
        }
        if (count <= LIST_MOST) {
            lists[chunk] = Arrays.copyOf(pending, count);
            return;
        }
        long[] dense = new long[WORDS];
        for (int i = 0; i < count; i++) {
            dense[pending[i] >>> 6] |= 1L << pending[i];
        }
        words[chunk] = dense;
    }

    int chunks() {
        return words.length;
    }

    /** The words of a chunk: in place where they are kept, else written into the scratch. */
    long @Nullable [] read(int chunk, long[] scratch) {
        if (chunk >= words.length) {
            return null;
        }
        long[] dense = words[chunk];
        if (dense != null) {
            return dense;
        }
        char[] list = lists[chunk];
        if (list == null) {
            return null;
        }
        Arrays.fill(scratch, 0);
        for (char low : list) {
            scratch[low >>> 6] |= 1L << low;
        }
        return scratch;
    }

    /** Bytes the members take. */
    public long bytes() {
        long bytes = 0;
        for (int i = 0; i < words.length; i++) {
            long[] dense = words[i];
            char[] list = lists[i];
            bytes += dense != null ? (long) WORDS * Long.BYTES : 0;
            bytes += list != null ? (long) list.length * Character.BYTES : 0;
        }
        return bytes;
    }
}
