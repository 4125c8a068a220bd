package dev.waystation.platform.members.benefits.model;

/**
 * How many each member has and a mark of the last one: open addressing over primitives, since a
 * stock has millions of takers.
 */
final class MemberCounts {

    private long[] members = new long[1 << 10];
    private int[] counts = new int[1 << 10];
    private long[] marks = new long[1 << 10];
    private int used;

    int of(long member) {
        return counts[place(member)];
    }

    /** The mark of the member's last one. */
    long mark(long member) {
        return marks[place(member)];
    }

    void add(long member, int more, long mark) {
        if (used * 2 > members.length) {
            grow();
        }
        int place = place(member);
        if (counts[place] == 0) {
            members[place] = member;
            used++;
        }
        counts[place] += more;
        marks[place] = mark;
    }

    /** What {@link #forEach} does with a member and how many they have. */
    interface Each {
        void holds(long member, int count, long mark);
    }

    void forEach(Each each) {
        for (int i = 0; i < members.length; i++) {
            if (counts[i] > 0) {
                each.holds(members[i], counts[i], marks[i]);
            }
        }
    }

    private int place(long member) {
        int mask = members.length - 1;
        int place = (int) ((member * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (counts[place] != 0 && members[place] != member) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] old = members;
        int[] had = counts;
        long[] marked = marks;
        members = new long[old.length * 2];
        counts = new int[old.length * 2];
        marks = new long[old.length * 2];
        used = 0;
        for (int i = 0; i < old.length; i++) {
            if (had[i] > 0) {
                add(old[i], had[i], marked[i]);
            }
        }
    }
}
