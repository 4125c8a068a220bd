package dev.waystation.platform.members.loyalty.model;

import dev.waystation.amounts.Share;
import dev.waystation.condition.Evaluator;
import dev.waystation.platform.members.loyalty.model.Decision.Refused;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides what an event earns. Live, dry run, back-test and re-run all ask here: the event, the
 * earner, the rules of the event's time and what the pots still hold go in, a decision with every
 * reason comes out. Nothing else is looked at.
 *
 * <p>Two steps, because pots are locked only for what is really wanted: {@link #wish} weighs rules
 * and rounds, once; {@link #settle} draws from the pots.
 */
public final class Earning {

    /** What one rule gives to one line (-1: to the event as a whole), exact. */
    record Cell(EarningRule rule, int line, Share exact) {}

    /** What an event would earn if no pot were ever empty. */
    public record Wish(
            EarningEvent event,
            LocalDate day,
            Programme programme,
            List<Rounding.Piece> pieces,
            List<Refused> refused) {

        /** Every pot the wish would draw from, in the one order in which pots are locked. */
        public List<Limit.Counter> counters() {
            return pieces.stream()
                    .map(Rounding.Piece::rule)
                    .distinct()
                    .flatMap(rule -> Settling.pots(this, rule).stream())
                    .map(Settling.Pot::counter)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private final Evaluator evaluator = Evaluator.declared();
    private final ZoneId zone;

    public Earning(ZoneId zone) {
        this.zone = zone;
    }

    /** Weighs the rules that were valid when the event happened. */
    public Wish wish(
            EarningEvent event,
            Map<String, Object> earner,
            Programme programme,
            List<EarningRule> rules) {
        ZonedDateTime at = event.at().atZone(zone);
        Map<String, Object> whole = new HashMap<>(earner);
        whole.putAll(event.facts());
        whole.put("site", event.site());
        whole.put("amountMinor", event.earningMinor());
        whole.put("days", programme.daysOf(at.toLocalDate()));
        whole.put("weekday", (long) at.getDayOfWeek().getValue());
        whole.put("dayOfMonth", (long) at.getDayOfMonth());
        whole.put("hour", (long) at.getHour());
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < event.lines().size(); i++) {
            String barred = event.lines().get(i).barred();
            if (barred != null) {
                refused.add(Refused.line(i, event.lines().get(i), barred));
            }
        }
        Map<EarningRule, List<Integer>> holds = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> rule.sketch().trigger().equals(event.trigger()))
                .filter(rule -> rule.sketch().programme().equals(programme.code()))
                .sorted(EarningRule.ORDER)
                .forEach(rule -> {
                    List<Integer> lines = linesOf(rule, event, whole);
                    if (lines.isEmpty()) {
                        refused.add(Refused.condition(rule, evaluator, whole, programme.words()));
                    } else {
                        holds.put(rule, lines);
                    }
                });
        List<Cell> winners = combine(event, programme, holds, whole, refused);
        return new Wish(
                event,
                at.toLocalDate(),
                programme,
                Rounding.round(winners, programme),
                List.copyOf(refused));
    }

    /** Draws from the pots and says what was given. */
    public Decision settle(Wish wish, Allowance allowance) {
        return Settling.settle(wish, allowance);
    }

    /** The lines a rule holds for; -1 stands for the event as a whole. */
    private List<Integer> linesOf(EarningRule rule, EarningEvent event, Map<String, Object> whole) {
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < event.lines().size(); i++) {
            EarningEvent.Line line = event.lines().get(i);
            if (line.barred() == null) {
                Map<String, Object> subject = new HashMap<>(whole);
                subject.put("item", line.item());
                subject.put("category", line.category());
                subject.put("lineMinor", line.paidMinor());
                if (evaluator.test(rule.condition(), subject)) {
                    lines.add(i);
                }
            }
        }
        if (rule.effect().byLine()) {
            return lines;
        }
        boolean once =
                event.lines().isEmpty()
                        ? evaluator.test(rule.condition(), whole)
                        : !lines.isEmpty();
        return once ? List.of(-1) : List.of();
    }

    private static List<Cell> combine(
            EarningEvent event,
            Programme programme,
            Map<EarningRule, List<Integer>> holds,
            Map<String, Object> whole,
            List<Refused> refused) {
        List<Cell> winners = new ArrayList<>();
        for (Programme.Group group : programme.groups()) {
            Map<String, Map<Integer, List<Cell>>> byCurrencyAndLine = new TreeMap<>();
            holds.forEach((rule, lines) -> {
                if (rule.sketch().group().equals(group.code())) {
                    for (int line : lines) {
                        Share exact = exact(rule, line, event, whole, winners);
                        byCurrencyAndLine
                                .computeIfAbsent(rule.sketch().currency(), _ -> new TreeMap<>())
                                .computeIfAbsent(line, _ -> new ArrayList<>())
                                .add(new Cell(rule, line, exact));
                    }
                }
            });
            List<Cell> won = new ArrayList<>();
            List<Cell> all = new ArrayList<>();
            byCurrencyAndLine.values().stream()
                    .flatMap(lines -> lines.values().stream())
                    .forEach(cells -> {
                        all.addAll(cells);
                        won.addAll(winnersOf(cells, group.mode()));
                    });
            winners.addAll(won);
            all.stream()
                    .map(Cell::rule)
                    .distinct()
                    .filter(rule -> won.stream().noneMatch(cell -> cell.rule().equals(rule)))
                    .forEach(rule ->
                            refused.add(Refused.beaten(rule, won.getFirst().rule(), group)));
        }
        return winners;
    }

    private static List<Cell> winnersOf(List<Cell> cells, Programme.Mode mode) {
        return switch (mode) {
            case SUM -> cells;
            case FIRST -> List.of(cells.getFirst());
            // The first of equals stays: cells come by priority, then by code.
            case BEST ->
                    List.of(
                            cells.stream()
                                    .max(
                                            Comparator.comparing(Cell::exact)
                                                    .thenComparing(
                                                            cell -> cell.rule(),
                                                            EarningRule.ORDER.reversed()))
                                    .orElseThrow());
        };
    }

    /** A multiplier adds (factor - 1) times what rates and fixed points of earlier groups gave. */
    private static Share exact(
            EarningRule rule,
            int line,
            EarningEvent event,
            Map<String, Object> whole,
            List<Cell> earlier) {
        return switch (rule.effect()) {
            case Effect.PerYuan(long points) ->
                    new Share(Math.multiplyExact(event.lines().get(line).paidMinor(), points), 100);
            case Effect.Fixed(long points) -> new Share(points, 1);
            case Effect.PerUnit(long points, long per, String of) ->
                    whole.get(of) instanceof Number amount
                            ? new Share(Math.multiplyExact(amount.longValue(), points), per)
                            : Share.NONE;
            case Effect.Times(Share factor) ->
                    earlier.stream()
                            .filter(cell -> cell.line() == line)
                            .filter(cell -> !(cell.rule().effect() instanceof Effect.Times))
                            .filter(cell ->
                                    cell.rule()
                                            .sketch()
                                            .currency()
                                            .equals(rule.sketch().currency()))
                            .map(Cell::exact)
                            .reduce(Share.NONE, Share::plus)
                            .times(factor.plus(new Share(-1, 1)));
        };
    }
}
