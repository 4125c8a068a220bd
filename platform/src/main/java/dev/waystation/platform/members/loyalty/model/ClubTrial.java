package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.Club.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the same members against a club as it is and as it might be. */
public final class ClubTrial {

    private static final int SHOWN = 50;

    /** How many go from which tier to which. */
    public record Move(String from, String to, long members) {}

    /** A tier's members and yearly cost on both sides. */
    public record Line(
            String tier, Said name, long before, long after, long costBefore, long costAfter) {}

    /** Before, after, who moves, and the verdict. */
    public record Result(
            long members,
            long up,
            long down,
            long costBefore,
            long costAfter,
            List<Line> tiers,
            List<Move> moves,
            List<Long> someWhoMove,
            Said verdict) {}

    private final Club club;
    private final Club changed;
    private final String programme;
    private final LocalDate today;
    private final Map<String, Long> before = new TreeMap<>();
    private final Map<String, Long> after = new TreeMap<>();
    private final Map<String, Long> moves = new TreeMap<>();
    private final List<Long> some = new ArrayList<>();
    private long members;
    private long up;
    private long down;

    public ClubTrial(Club club, Club changed, String programme, LocalDate today) {
        this.club = club;
        this.changed = changed;
        this.programme = programme;
        this.today = today;
    }

    public void add(long memberId, List<MetricDay> days) {
        Level was = earned(club, days);
        Level would = earned(changed, days);
        members++;
        before.merge(was.code(), 1L, Long::sum);
        after.merge(would.code(), 1L, Long::sum);
        if (!was.code().equals(would.code())) {
            moves.merge(was.code() + " " + would.code(), 1L, Long::sum);
            up += would.rank() > was.rank() ? 1 : 0;
            down += would.rank() < was.rank() ? 1 : 0;
            if (some.size() < SHOWN) {
                some.add(memberId);
            }
        }
    }

    public Result result() {
        List<Line> lines =
                changed.tiers().stream()
                        .map(level -> {
                            long had = before.getOrDefault(level.code(), 0L);
                            long has = after.getOrDefault(level.code(), 0L);
                            long oldCost =
                                    club.tiers().stream()
                                            .filter(each -> each.code().equals(level.code()))
                                            .mapToLong(Level::yearlyCostMinor)
                                            .sum();
                            return new Line(
                                    level.code(),
                                    level.name(),
                                    had,
                                    has,
                                    had * oldCost,
                                    has * level.yearlyCostMinor());
                        })
                        .toList();
        long costBefore = lines.stream().mapToLong(Line::costBefore).sum();
        long costAfter = lines.stream().mapToLong(Line::costAfter).sum();
        return new Result(
                members,
                up,
                down,
                costBefore,
                costAfter,
                lines,
                moves.entrySet().stream()
                        .map(each -> {
                            String[] ends = each.getKey().split(" ", 2);
                            return new Move(ends[0], ends[1], each.getValue());
                        })
                        .toList(),
                List.copyOf(some),
                verdict(costAfter - costBefore));
    }

    private Said verdict(long cost) {
        if (up + down == 0) {
            return new Said("没有会员的等级会变。", "Nobody's tier would change.");
        }
        return new Said(
                "%,d 位会员会升级，%,d 位在下次复核时会降级；权益成本每年%s %,.2f 元。"
                        .formatted(up, down, cost >= 0 ? "增加" : "减少", Math.abs(cost) / 100.0),
                "%,d members would rise, %,d would fall at their next review; benefits cost %,.2f yuan a year %s."
                        .formatted(up, down, Math.abs(cost) / 100.0, cost >= 0 ? "more" : "less"));
    }

    private Level earned(Club asked, List<MetricDay> days) {
        return new Standing(asked, Measures.of(asked, programme, days, today, today)).earned();
    }
}
