package dev.waystation.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Draw;
import dev.waystation.testkit.Seeded;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The faces that live in memory mean the same; the SQL face joins them where a database is. */
class FacesProperties {

    private static final int ROW_COUNT = 40;

    @Test
    void compiledCodeDecidesLikeTheEvaluator() {
        Seeded.runs(
                3_000,
                draw -> {
                    Condition condition = condition(draw);
                    Compiled compiled = Compiled.of(condition, Catalogue.MEMBERS);
                    for (Row row : draw.listOf(ROW_COUNT, ROW_COUNT, RandomConditions::row)) {
                        assertThat(compiled.test(row))
                                .as("%s", condition)
                                .isEqualTo(Evaluator.declared().test(condition, row));
                    }
                });
    }

    @Test
    void setAlgebraSelectsTheRowsTheEvaluatorAccepts() {
        Seeded.runs(
                3_000,
                draw -> {
                    Condition condition = condition(draw);
                    List<Row> rows = draw.listOf(ROW_COUNT, ROW_COUNT, RandomConditions::row);
                    Face<SetPlan> face = SetFace.compile(condition, Catalogue.MEMBERS);

                    assertThat(face).isInstanceOf(Face.Carried.class);
                    if (face instanceof Face.Carried<SetPlan>(SetPlan plan)) {
                        BitSet expected = new BitSet();
                        for (int i = 0; i < rows.size(); i++) {
                            expected.set(i, Evaluator.declared().test(condition, rows.get(i)));
                        }
                        assertThat(new ScannedSets(rows).evaluate(plan))
                                .as("%s", condition)
                                .isEqualTo(expected);
                    }
                });
    }

    @Test
    void writingAndReadingAgainKeepsTheMeaning() {
        Seeded.runs(
                1_000,
                draw -> {
                    Condition condition = condition(draw);
                    Condition again = ConditionReader.parse(ConditionWriter.write(condition));
                    for (Row row : draw.listOf(ROW_COUNT, ROW_COUNT, RandomConditions::row)) {
                        assertThat(Evaluator.declared().test(again, row))
                                .isEqualTo(Evaluator.declared().test(condition, row));
                    }
                });
    }

    @Test
    void everyConditionCanBeSaidInBothLanguages() {
        Seeded.runs(
                1_000,
                draw -> {
                    Phrase said = Sentence.of(condition(draw), Catalogue.MEMBERS);
                    assertThat(said.zh()).endsWith("会员。").doesNotContain("{");
                    assertThat(said.en()).endsWith(".").doesNotContain("{");
                });
    }

    private static Condition condition(Draw draw) {
        Map<String, Object> json = RandomConditions.tree(draw, 3);
        return TypeCheck.parse(json, Catalogue.MEMBERS);
    }
}
