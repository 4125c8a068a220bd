package dev.waystation.condition;

import dev.waystation.condition.Condition.All;
import dev.waystation.condition.Condition.Any;
import dev.waystation.condition.Condition.Did;
import dev.waystation.condition.Condition.Field;
import dev.waystation.condition.Condition.Not;
import dev.waystation.condition.Condition.Occurred;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition laid out as straight code with two exits per leaf. Groups and negation cost nothing
 * at run time: they only decide where each exit leads. Testing a row allocates nothing for whole
 * numbers, flags and text equality.
 */
public final class Compiled {

    private static final int HOLDS = -1;
    private static final int FAILS = -2;

    private enum Op {
        BETWEEN,
        AMONG,
        PRESENT,
        TEXT_IS,
        TEXT_AMONG,
        OTHER,
        TIMES,
        OCCURRED
    }

    /** One leaf while the code is being laid out. */
    private record Step(
            Op op, int column, long least, long most, @Nullable Object operand, int yes, int no) {}

    private final List<Step> draft = new ArrayList<>();
    private final Attributes attributes;
    private final Evaluator evaluator = Evaluator.declared();

    private final int start;
    private final Op[] ops;
    private final int[] columns;
    private final long[] leasts;
    private final long[] mosts;
    private final @Nullable Object[] operands;
    private final int[] yes;
    private final int[] no;

    private Compiled(Condition condition, Attributes attributes) {
        this.attributes = attributes;
        start = lay(condition, HOLDS, FAILS);
        int size = draft.size();
        ops = new Op[size];
        columns = new int[size];
        leasts = new long[size];
        mosts = new long[size];
        operands = new @Nullable Object[size];
        yes = new int[size];
        no = new int[size];
        for (int i = 0; i < size; i++) {
            Step step = draft.get(i);
            ops[i] = step.op();
            columns[i] = step.column();
            leasts[i] = step.least();
            mosts[i] = step.most();
            operands[i] = step.operand();
            yes[i] = step.yes();
            no[i] = step.no();
        }
    }

    /** Compiles a condition that fits the catalogue, refusing with every misfit otherwise. */
    public static Compiled of(Condition condition, Attributes attributes) {
        List<Problem> problems = TypeCheck.problems(condition, attributes);
        if (!problems.isEmpty()) {
            throw new MalformedCondition(problems);
        }
        return new Compiled(condition, attributes);
    }

    /** Whether the condition holds for the row. */
    public boolean test(Row row) {
        int at = start;
        while (at >= 0) {
            at = holds(at, row) ? yes[at] : no[at];
        }
        return at == HOLDS;
    }

    private boolean holds(int at, Row row) {
        int column = columns[at];
        return switch (ops[at]) {
            case BETWEEN -> {
                long value = row.whole(column);
                yield row.present(column) && value >= leasts[at] && value <= mosts[at];
            }
            case PRESENT -> row.present(column);
            case TEXT_IS -> {
                Object value = row.object(column);
                yield value != null && value.equals(operands[at]);
            }
            case TEXT_AMONG -> {
                Object value = row.object(column);
                yield value != null && operands[at] instanceof Set<?> set && set.contains(value);
            }
            case AMONG ->
                    row.present(column)
                            && operands[at] instanceof long[] sorted
                            && Arrays.binarySearch(sorted, row.whole(column)) >= 0;
            case OTHER -> operands[at] instanceof Field field && evaluator.test(field, row);
            case TIMES -> operands[at] instanceof Did did && did.enough(row);
            case OCCURRED -> operands[at] instanceof Occurred it && evaluator.test(it, row);
        };
    }

    /** Lays a node out from the back, so that each part knows where its exits lead. */
    private int lay(Condition condition, int onYes, int onNo) {
        return switch (condition) {
            case All all -> {
                int next = onYes;
                for (Condition part : all.parts().reversed()) {
                    next = lay(part, next, onNo);
                }
                yield next;
            }
            case Any any -> {
                int next = any.parts().isEmpty() ? onYes : onNo;
                for (Condition part : any.parts().reversed()) {
                    next = lay(part, onYes, next);
                }
                yield next;
            }
            case Not not -> lay(not.part(), onNo, onYes);
            case Did did -> {
                int held = did.negated() ? onNo : onYes;
                int failed = did.negated() ? onYes : onNo;
                yield put(new Step(Op.TIMES, 0, 0, 0, did, held, failed));
            }
            case Occurred it -> put(new Step(Op.OCCURRED, 0, 0, 0, it, onYes, onNo));
            case Field field -> leaf(field, onYes, onNo);
        };
    }

    private int put(Step step) {
        draft.add(step);
        return draft.size() - 1;
    }

    private int leaf(Field field, int onYes, int onNo) {
        int column = attributes.column(field.path());
        Kind kind = attributes.all().get(column).kind();
        return switch (field.check()) {
            case Check.Exists exists ->
                    put(
                            new Step(
                                    Op.PRESENT,
                                    column,
                                    0,
                                    0,
                                    null,
                                    exists.wanted() ? onYes : onNo,
                                    exists.wanted() ? onNo : onYes));
            case Check.Same same when kind != Kind.TEXTS ->
                    equal(column, kind, same.value(), onYes, onNo);
            case Check.Compare compare when kind == Kind.TEXT || kind == Kind.FLAG ->
                    compare.comparison() == Comparison.EQUAL
                            ? equal(column, kind, compare.value(), onYes, onNo)
                            : equal(column, kind, compare.value(), onNo, onYes);
            case Check.Compare compare when kind == Kind.WHOLE ->
                    between(column, compare, onYes, onNo);
            case Check.OneOf oneOf when kind == Kind.WHOLE -> {
                long[] sorted = sorted(oneOf.values());
                yield put(
                        new Step(
                                Op.AMONG,
                                column,
                                0,
                                0,
                                sorted,
                                oneOf.negated() ? onNo : onYes,
                                oneOf.negated() ? onYes : onNo));
            }
            case Check.OneOf oneOf when kind == Kind.TEXT && !oneOf.ignoringCase() -> {
                Set<Object> set = oneOf.values().stream().collect(Collectors.toSet());
                yield put(
                        new Step(
                                Op.TEXT_AMONG,
                                column,
                                0,
                                0,
                                set,
                                oneOf.negated() ? onNo : onYes,
                                oneOf.negated() ? onYes : onNo));
            }
            default -> put(new Step(Op.OTHER, column, 0, 0, field, onYes, onNo));
        };
    }

    private static long[] sorted(List<?> values) {
        return values.stream().mapToLong(v -> ((Number) v).longValue()).sorted().toArray();
    }

    private int equal(int column, Kind kind, @Nullable Object value, int onYes, int onNo) {
        return switch (value) {
            case Boolean flag -> range(column, flag ? 1 : 0, flag ? 1 : 0, onYes, onNo);
            case Number number when kind == Kind.WHOLE ->
                    range(column, number.longValue(), number.longValue(), onYes, onNo);
            case null, default -> put(new Step(Op.TEXT_IS, column, 0, 0, value, onYes, onNo));
        };
    }

    private int between(int column, Check.Compare compare, int onYes, int onNo) {
        Range range = Range.of(compare);
        return compare.comparison() == Comparison.NOT_EQUAL
                ? range(column, range.least(), range.most(), onNo, onYes)
                : range(column, range.least(), range.most(), onYes, onNo);
    }

    private int range(int column, long least, long most, int onYes, int onNo) {
        return put(new Step(Op.BETWEEN, column, least, most, null, onYes, onNo));
    }
}
