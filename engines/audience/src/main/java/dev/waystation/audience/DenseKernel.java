package dev.waystation.audience;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A rule made ready to run: one scratch of words per node, allocated once. */
abstract sealed class DenseKernel {

    private static final int WORDS = DenseSet.WORDS;

    final long[] scratch = new long[WORDS];

    static DenseKernel of(DenseRule rule) {
        return switch (rule) {
            case DenseRule.Leaf leaf -> new Leaf(leaf.set());
            case DenseRule.And and ->
                    new And(and.parts().stream().map(DenseKernel::of).toArray(DenseKernel[]::new));
            case DenseRule.Or or ->
                    new Or(or.parts().stream().map(DenseKernel::of).toArray(DenseKernel[]::new));
            case DenseRule.Not not -> new Not(of(not.part()));
        };
    }

    /** The members of a chunk as words, not to be written to; null for nobody. */
    abstract long @Nullable [] words(int chunk);

    /** How many of the first numbers of a chunk are selected. */
    long count(int chunk, int limit) {
        long[] set = words(chunk);
        if (set == null) {
            return 0;
        }
        long count = 0;
        int whole = limit / Long.SIZE;
        for (int i = 0; i < whole; i++) {
            count += Long.bitCount(set[i]);
        }
        int rest = limit % Long.SIZE;
        return rest == 0 ? count : count + Long.bitCount(set[whole] & ((1L << rest) - 1));
    }

    private static final class Leaf extends DenseKernel {

        private final DenseSet set;

        Leaf(DenseSet set) {
            this.set = set;
        }

        @Override
        long @Nullable [] words(int chunk) {
            return set.read(chunk, scratch);
        }
    }

    private static final class And extends DenseKernel {

        private final DenseKernel[] parts;

        And(DenseKernel[] parts) {
            this.parts = parts;
        }

        @Override
        long @Nullable [] words(int chunk) {
            return upTo(chunk, parts.length);
        }

        /** The last part is counted on the way: nothing is written for it. */
        @Override
        long count(int chunk, int limit) {
            if (limit < DenseSet.CHUNK || parts.length < 2) {
                return super.count(chunk, limit);
            }
            long[] most = upTo(chunk, parts.length - 1);
            if (most == null) {
                return 0;
            }
            DenseKernel last = parts[parts.length - 1];
            if (last instanceof Not not) {
                long[] out = not.part.words(chunk);
                return out == null ? counted(most, most) : countedWithout(most, out);
            }
            long[] in = last.words(chunk);
            return in == null ? 0 : counted(most, in);
        }

        private static long counted(long[] a, long[] b) {
            long count = 0;
            for (int i = 0; i < WORDS; i++) {
                count += Long.bitCount(a[i] & b[i]);
            }
            return count;
        }

        private static long countedWithout(long[] a, long[] b) {
            long count = 0;
            for (int i = 0; i < WORDS; i++) {
                count += Long.bitCount(a[i] & ~b[i]);
            }
            return count;
        }

        private long @Nullable [] upTo(int chunk, int end) {
            long[] sum = end == 0 ? all() : parts[0].words(chunk);
            for (int p = 1; p < end && sum != null; p++) {
                sum = parts[p] instanceof Not not ? less(sum, not, chunk) : more(sum, p, chunk);
            }
            return sum;
        }

        private long[] less(long[] sum, Not not, int chunk) {
            long[] out = not.part.words(chunk);
            if (out == null) {
                return sum;
            }
            without(sum, out);
            return scratch;
        }

        private long @Nullable [] more(long[] sum, int p, int chunk) {
            long[] in = parts[p].words(chunk);
            if (in == null) {
                return null;
            }
            both(sum, in);
            return scratch;
        }

        private void both(long[] a, long[] b) {
            for (int i = 0; i < WORDS; i++) {
                scratch[i] = a[i] & b[i];
            }
        }

        private void without(long[] a, long[] b) {
            for (int i = 0; i < WORDS; i++) {
                scratch[i] = a[i] & ~b[i];
            }
        }

        private long[] all() {
            Arrays.fill(scratch, -1L);
            return scratch;
        }
    }

    private static final class Or extends DenseKernel {

        private final DenseKernel[] parts;

        Or(DenseKernel[] parts) {
            this.parts = parts;
        }

        @Override
        long @Nullable [] words(int chunk) {
            long[] sum = null;
            for (DenseKernel part : parts) {
                long[] next = part.words(chunk);
                if (next == null) {
                    continue;
                }
                if (sum == null) {
                    sum = next;
                    continue;
                }
                for (int i = 0; i < WORDS; i++) {
                    scratch[i] = sum[i] | next[i];
                }
                sum = scratch;
            }
            return sum;
        }
    }

    private static final class Not extends DenseKernel {

        private final DenseKernel part;

        Not(DenseKernel part) {
            this.part = part;
        }

        @Override
        long[] words(int chunk) {
            long[] set = part.words(chunk);
            if (set == null) {
                Arrays.fill(scratch, -1L);
                return scratch;
            }
            for (int i = 0; i < WORDS; i++) {
                scratch[i] = ~set[i];
            }
            return scratch;
        }
    }
}
