package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.MemberField.Source;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.intake.Intake;
import dev.waystation.platform.foundation.intake.IntakeColumn;
import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.members.membership.MemberCells;
import dev.waystation.platform.members.membership.MemberLookup;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Fields from files: a row says what one field of one member is. */
@Service
class FieldIntake implements Intake {

    private static final String FIELD = "field";
    private static final String VALUE = "value";

    private final MemberLookup members;
    private final ShowFields fields;
    private final WriteFields write;
    private final Clock clock;

    FieldIntake(MemberLookup members, ShowFields fields, WriteFields write, Clock clock) {
        this.members = members;
        this.fields = fields;
        this.write = write;
        this.clock = clock;
    }

    /** What a row would write. */
    private record Plan(Verdict verdict, WriteFields.@Nullable Word word) {}

    @Override
    public String subject() {
        return "fields";
    }

    @Override
    public Said title() {
        return new Said("会员字段", "Members' fields");
    }

    @Override
    public boolean bringsValue() {
        return false;
    }

    @Override
    public List<IntakeColumn> columns() {
        List<IntakeColumn> columns = new ArrayList<>(MemberCells.columns());
        columns.add(
                new IntakeColumn(
                        FIELD,
                        new Said("字段", "Field"),
                        List.of("字段代码", "字段编号", "field code"),
                        true,
                        new Said("字段页面上的代码", "The code on the page of fields"),
                        "diet"));
        columns.add(
                new IntakeColumn(
                        VALUE,
                        new Said("值", "Value"),
                        List.of("字段值", "内容"),
                        true,
                        new Said(
                                "选项写代码，日期写成 2026-11-23",
                                "A choice by its code, a day as 2026-11-23"),
                        "vegetarian"));
        return columns;
    }

    @Override
    public List<String> keys(IntakeRow row) {
        String member = MemberCells.name(row);
        return member.isEmpty() ? List.of() : List.of(member + " " + row.cell(FIELD).orElse(""));
    }

    @Override
    public List<Verdict> judge(List<IntakeRow> rows) {
        return plan(rows, "import").stream().map(Plan::verdict).toList();
    }

    @Override
    public List<Verdict> apply(List<IntakeRow> rows, Run run) {
        List<Plan> plans = plan(rows, run.actor());
        write.handle(plans.stream().map(Plan::word).filter(Objects::nonNull).toList());
        return plans.stream().map(Plan::verdict).toList();
    }

    @Override
    public List<Verdict> undo(List<Effect> effects, Run run) {
        List<WriteFields.Word> words = new ArrayList<>();
        for (Effect effect : effects) {
            String[] target = effect.target().split(" ", 2);
            fields.field(target[1])
                    .ifPresent(field ->
                            words.add(
                                    word(
                                            Long.parseLong(target[0]),
                                            field,
                                            effect.made() ? null : field.parse(effect.before()),
                                            run.actor())));
        }
        write.handle(words);
        return effects.stream().<Verdict>map(_ -> new Verdict.Unchanged()).toList();
    }

    /** Nothing: what staff and events say does not become an import's word by a file. */
    @Override
    public Export export(String after, int limit) {
        return new Export(List.of(), "");
    }

    private List<Plan> plan(List<IntakeRow> rows, String by) {
        List<Optional<Long>> who = members.find(rows.stream().map(MemberCells::key).toList());
        List<Plan> plans = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            plans.add(plan(rows.get(i), who.get(i), by));
        }
        return plans;
    }

    private Plan plan(IntakeRow row, Optional<Long> member, String by) {
        if (member.isEmpty()) {
            return new Plan(new Verdict.Rejected(List.of(MemberCells.nobody(row))), null);
        }
        Optional<MemberField> field = row.cell(FIELD).flatMap(fields::field);
        if (field.isEmpty() || !field.get().sources().contains(Source.IMPORT)) {
            return rejected(
                    FIELD,
                    new Said(
                            "没有这个字段，或它不接受导入",
                            "There is no such field, or imports may not write it"));
        }
        try {
            Object value = field.get().parse(row.cell(VALUE).orElse(""));
            return against(word(member.get(), field.get(), value, by), field.get().say(value));
        } catch (Malformed unfit) {
            return rejected(
                    VALUE, new Said("这个值不符合字段的类型", "The value does not fit the kind of the field"));
        }
    }

    private Plan against(WriteFields.Word word, String wanted) {
        String target = word.memberId() + " " + word.field().code();
        String before = fields.clear(word.memberId(), word.field(), Source.IMPORT);
        if (before == null) {
            return new Plan(new Verdict.New(target), word);
        }
        return before.equals(wanted)
                ? new Plan(new Verdict.Unchanged(), null)
                : new Plan(new Verdict.Updated(target, before), word);
    }

    private WriteFields.Word word(
            long member, MemberField field, @Nullable Object value, String by) {
        return new WriteFields.Word(member, field, Source.IMPORT, value, clock.instant(), by);
    }

    private static Plan rejected(String column, Said why) {
        return new Plan(Verdict.rejected(column, why), null);
    }
}
