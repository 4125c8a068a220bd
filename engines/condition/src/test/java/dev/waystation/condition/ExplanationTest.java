package dev.waystation.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Condition SENIORS_AWAY =
            TypeCheck.parse(
                    Map.of(
                            "$and",
                            List.of(
                                    Map.of("age", Map.of("$gte", 60)),
                                    Map.of(
                                            "$didNot",
                                            Map.of("event", "park.visited", "withinDays", 90)))),
                    Catalogue.MEMBERS);

    @Test
    void saysTheConditionInBothLanguages() {
        assertThat(Sentence.of(SENIORS_AWAY, Catalogue.MEMBERS))
                .isEqualTo(
                        new Phrase(
                                "年满 60 岁，且 90 天内没有入园的会员。",
                                "Members who are 60 or older, and who have not visited the park in"
                                        + " the last 90 days."));
    }

    @Test
    void namesForEveryLeafWhatWasSeenAndWhatWouldChangeIt() {
        Explanation why = explain(57, 2);

        assertThat(why.held()).isFalse();
        assertThat(why.leaves())
                .extracting(Explanation.Leaf::at)
                .containsExactly("$and.0.age.$gte", "$and.1.$didNot");
        assertThat(why.leaves()).extracting(Explanation.Leaf::held).containsExactly(false, false);
        assertThat(why.leaves().get(0).value()).isEqualTo(57);
        assertThat(why.leaves().get(0).seen().zh()).isEqualTo("57 岁");
        assertThat(why.leaves().get(0).change().en()).isEqualTo("3 years more would change it");
        assertThat(why.leaves().get(1).change().zh()).isEqualTo("窗口内少 2 次即改变");
    }

    @Test
    void countsDownWhatIsMissingWhenALeafHolds() {
        Explanation why = explain(60, 0);

        assertThat(why.held()).isTrue();
        assertThat(why.leaves().get(0).change().zh()).isEqualTo("再少 1 岁 即改变");
        assertThat(why.leaves().get(1).change().en()).isEqualTo("1 more times would change it");
        assertThat(why.leaves().get(0).line().zh()).isEqualTo("要求：年满 60 岁；实际：60 岁；符合");
    }

    private static Explanation explain(int age, int visits) {
        Subject subject =
                new Subject() {
                    @Override
                    public @Nullable Object value(String path) {
                        return path.equals("age") ? age : null;
                    }

                    @Override
                    public long times(Condition.Did did) {
                        return visits;
                    }
                };
        return Explanation.of(SENIORS_AWAY, Evaluator.declared(), subject, Catalogue.MEMBERS);
    }

    @Test
    void saysMoneyInYuanHoweverItIsStored() {
        Attributes money =
                new Attributes(
                        List.of(Attribute.of("paidMinor", Kind.WHOLE, "实付", "paid").money()),
                        List.of());
        Condition much = TypeCheck.parse(Map.of("paidMinor", Map.of("$gte", 1_000_000)), money);
        assertThat(Sentence.of(much, money))
                .isEqualTo(
                        new Phrase(
                                "实付至少 10,000 元的会员。",
                                "Members whose paid is at least 10,000 yuan."));
        Explanation why =
                Explanation.of(
                        much,
                        Evaluator.declared(),
                        Subject.of(Map.of("paidMinor", 25_050L)),
                        money);
        assertThat(why.leaves().getFirst().seen().zh()).isEqualTo("250.50 元");
        assertThat(why.leaves().getFirst().change().en())
                .isEqualTo("9,749.50 yuan more would change it");
    }
}
