package dev.waystation.audience;

import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Whole numbers of members, one bitmap per binary digit, so that a range over everybody costs one
 * pass over the digits. Negative numbers lie mirrored in digits of their own.
 */
final class BitSlices {

    private final Digits natural = new Digits();
    private final Digits mirrored = new Digits();

    void set(int member, long value) {
        clear(member);
        if (value >= 0) {
            natural.set(member, value);
        } else {
            mirrored.set(member, ~value);
        }
    }

    void clear(int member) {
        natural.clear(member);
        mirrored.clear(member);
    }

    /** Everybody with a number. */
    RoaringBitmap known() {
        return RoaringBitmap.or(natural.known, mirrored.known);
    }

    /** Everybody with a number from least to most, both included. */
    RoaringBitmap between(long least, long most) {
        if (least > most) {
            return new RoaringBitmap();
        }
        RoaringBitmap found = new RoaringBitmap();
        if (most >= 0) {
            found.or(natural.between(Math.max(least, 0), most));
        }
        if (least < 0) {
            found.or(mirrored.between(most >= 0 ? 0 : ~most, ~least));
        }
        return found;
    }

    void optimize() {
        natural.optimize();
        mirrored.optimize();
    }

    long bytes() {
        return natural.bytes() + mirrored.bytes();
    }

    private static final class Digits {

        private final RoaringBitmap known = new RoaringBitmap();
        private final List<RoaringBitmap> digits = new ArrayList<>();

        void set(int member, long value) {
            int width = Long.SIZE - Long.numberOfLeadingZeros(value);
            while (digits.size() < width) {
                digits.add(new RoaringBitmap());
            }
            for (int i = 0; i < width; i++) {
                if ((value >>> i & 1) == 1) {
                    digits.get(i).add(member);
                }
            }
            known.add(member);
        }

        void clear(int member) {
            if (known.contains(member)) {
                known.remove(member);
                digits.forEach(digit -> digit.remove(member));
            }
        }

        RoaringBitmap between(long least, long most) {
            RoaringBitmap found = atLeast(least);
            if (most < Long.MAX_VALUE) {
                found.andNot(atLeast(most + 1));
            }
            return found;
        }

        private RoaringBitmap atLeast(long bound) {
            if (bound == 0) {
                return known.clone();
            }
            if (Long.SIZE - Long.numberOfLeadingZeros(bound) > digits.size()) {
                return new RoaringBitmap();
            }
            RoaringBitmap greater = new RoaringBitmap();
            RoaringBitmap equal = known.clone();
            for (int i = digits.size() - 1; i >= 0; i--) {
                if ((bound >>> i & 1) == 1) {
                    equal.and(digits.get(i));
                } else {
                    greater.or(RoaringBitmap.and(equal, digits.get(i)));
                    equal.andNot(digits.get(i));
                }
            }
            greater.or(equal);
            return greater;
        }

        void optimize() {
            known.runOptimize();
            digits.forEach(RoaringBitmap::runOptimize);
        }

        long bytes() {
            return known.getLongSizeInBytes()
                    + digits.stream().mapToLong(RoaringBitmap::getLongSizeInBytes).sum();
        }
    }
}
