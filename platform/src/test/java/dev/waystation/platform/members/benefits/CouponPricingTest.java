package dev.waystation.platform.members.benefits;

import static dev.waystation.platform.members.benefits.Coupon.NOW;
import static dev.waystation.platform.members.benefits.Coupon.all;
import static dev.waystation.platform.members.benefits.Coupon.cart;
import static dev.waystation.platform.members.benefits.Coupon.off;
import static dev.waystation.platform.members.benefits.Coupon.percent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.benefits.model.CouponPricing;
import dev.waystation.platform.members.benefits.model.Effect;
import dev.waystation.platform.members.benefits.model.Priced;
import dev.waystation.platform.members.benefits.model.StackRules;
import dev.waystation.platform.members.benefits.model.StackRules.Base;
import dev.waystation.platform.members.benefits.model.StackRules.Category;
import dev.waystation.platform.members.benefits.model.StackRules.Choice;
import dev.waystation.platform.members.benefits.model.StackRules.Company;
import dev.waystation.platform.members.benefits.model.StackRules.Group;
import dev.waystation.platform.members.benefits.model.StackRules.Scope;
import dev.waystation.platform.members.benefits.model.StackRules.Sequence;
import dev.waystation.testkit.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CouponPricingTest {

    @Test
    @Capability("L66")
    void anExclusiveCouponStandsBesideJointOnesOnlyAndTheLargerSetCounts() {
        StackRules rules =
                rules(
                        5,
                        new Category("festival", Company.EXCLUSIVE, Base.REMAINING, 1),
                        new Category("parking", Company.JOINT, Base.REMAINING, 1));
        Priced priced =
                price(rules, off("festival", 3_000), off("plain", 1_000), off("parking", 500));
        assertThat(names(priced)).containsExactly("festival", "parking");
        assertThat(priced.discountMinor()).isEqualTo(3_500);
        assertThat(reason(priced, "plain")).isEqualTo(CouponRefusal.COUPON_IS_EXCLUSIVE);
        assertThat(skipped(priced, "plain").values())
                .containsEntry("withItMinor", 1_500L)
                .containsEntry("chosenMinor", 3_500L);
    }

    @Test
    @Capability("L66")
    void capsOnSentAppliedAndCategoryAreKeptAndSaid() {
        StackRules rules = rules(2, new Category("meal", Company.ORDINARY, Base.REMAINING, 1));
        List<Coupon> many = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            many.add(off("c" + i, 100 + i));
        }
        Priced priced = price(rules, many.toArray(Coupon[]::new));
        assertThat(names(priced)).containsExactly("c2", "c3");
        assertThat(reason(priced, "c0")).isEqualTo(CouponRefusal.TOO_MANY_COUPONS_APPLIED);

        Priced meals =
                price(rules, off("m1", 500).category("meal"), off("m2", 700).category("meal"));
        assertThat(names(meals)).containsExactly("m2");
        assertThat(reason(meals, "m1")).isEqualTo(CouponRefusal.CATEGORY_IS_FULL);

        Coupon[] sent = new Coupon[31];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = off("s" + i, 10);
        }
        assertThat(reason(price(rules(5), sent), "s30"))
                .isEqualTo(CouponRefusal.TOO_MANY_COUPONS_SENT);
    }

    @Test
    @Capability("L66")
    void theSequenceFollowsTheRequestOrTheCategories() {
        Category late = new Category("amount", Company.ORDINARY, Base.REMAINING, 1);
        Category early = new Category("share", Company.ORDINARY, Base.REMAINING, 1);
        Coupon[] sent = {off("o", 1_000).category("amount"), percent("p", 50).category("share")};
        StackRules asSent =
                new StackRules(30, 5, 0, Sequence.AS_SENT, List.of(early, late), List.of());
        StackRules byCategory =
                new StackRules(30, 5, 0, Sequence.BY_CATEGORY, List.of(early, late), List.of());
        assertThat(price(asSent, sent).discountMinor()).isEqualTo(1_000 + 4_500);
        assertThat(price(byCategory, sent).discountMinor()).isEqualTo(5_000 + 1_000);
    }

    @Test
    @Capability("L67")
    void aCategoryCountsFromTheOriginalOrFromWhatIsLeft() {
        Coupon[] sent = {off("o", 1_000), percent("p", 20).category("share")};
        assertThat(price(base(Base.REMAINING), sent).discountMinor()).isEqualTo(1_000 + 1_800);
        assertThat(price(base(Base.ORIGINAL), sent).discountMinor()).isEqualTo(1_000 + 2_000);
    }

    @Test
    @Capability("L68")
    void aGroupStacksOrTakesItsFirstLowestOrHighest() {
        Coupon[] sent = {
            off("x", 300).group("g"), off("y", 900).group("g"), off("z", 100).group("g")
        };
        assertThat(names(price(group(Choice.STACK, Scope.ORDER), sent)))
                .containsExactly("x", "y", "z");
        assertThat(names(price(group(Choice.FIRST, Scope.ORDER), sent))).containsExactly("x");
        assertThat(names(price(group(Choice.LOWEST, Scope.ORDER), sent))).containsExactly("z");
        Priced highest = price(group(Choice.HIGHEST, Scope.ORDER), sent);
        assertThat(names(highest)).containsExactly("y");
        assertThat(skipped(highest, "x").values())
                .containsEntry("chosenMinor", 900L)
                .containsEntry("ownMinor", 300L);
    }

    @Test
    @Capability("L68")
    void aGroupOfItemScopeChoosesLineByLine() {
        // 10 % is better on the dear line, 5.00 off on the cheap one
        Coupon[] sent = {percent("p", 10).group("g"), off("o", 500).group("g")};
        Priced priced =
                CouponPricing.price(
                        cart(10_000, 2_000), all(sent), group(Choice.HIGHEST, Scope.ITEM), NOW);
        assertThat(
                        priced.applied().stream()
                                .map(each -> each.offer().ref() + each.lines())
                                .toList())
                .containsExactly("p{a=1000}", "o{b=500}");
        assertThat(priced.payMinor()).containsEntry("a", 9_000L).containsEntry("b", 1_500L);
    }

    @Test
    @Capability("L70")
    void aDiscountIsSplitOverItsLinesByLargestRemainderAndSumsToTheWhole() {
        Priced priced =
                CouponPricing.price(cart(3_333, 3_333, 3_334), all(off("o", 1_000)), rules(5), NOW);
        assertThat(priced.applied().getFirst().lines())
                .containsExactly(Map.entry("a", 333L), Map.entry("b", 333L), Map.entry("c", 334L));
    }

    @Test
    void noLineFallsBelowZeroAndTheOrderKeepsItsLeastPay() {
        StackRules rules = new StackRules(30, 5, 1_00, Sequence.AS_SENT, List.of(), List.of());
        Priced priced =
                CouponPricing.price(
                        cart(500, 700), all(off("o", 5_000), off("p", 300)), rules, NOW);
        assertThat(priced.discountMinor()).isEqualTo(1_100);
        assertThat(priced.payMinor().values()).allMatch(pay -> pay >= 0);
        assertThat(reason(priced, "p")).isEqualTo(CouponRefusal.NOTHING_LEFT_TO_DISCOUNT);
    }

    @Test
    void giftValuePaysWhatIsLeftAndNoMore() {
        Priced priced =
                CouponPricing.price(
                        cart(2_000, 500),
                        all(Coupon.of("gift", new Effect.ValueLeft(1_200))),
                        rules(5),
                        NOW);
        assertThat(priced.discountMinor()).isEqualTo(1_200);
    }

    @Test
    @Capability("L71")
    void everyCouponThatGivesNothingSaysWhichRuleSaidSo() {
        Priced priced =
                price(
                        rules(5),
                        off("park", 100).products("park"),
                        off("dear", 100).minimum(20_000),
                        off("youth", 100).when(Map.of("age", Map.of("$lt", 28))),
                        off("twice", 100),
                        off("twice", 100));
        assertThat(reason(priced, "park")).isEqualTo(CouponRefusal.COUPON_FITS_NO_LINE);
        assertThat(skipped(priced, "dear").values()).containsEntry("missingMinor", 10_000L);
        assertThat(reason(priced, "youth")).isEqualTo(CouponRefusal.COUPON_CONDITION_NOT_MET);
        assertThat(skipped(priced, "youth").values())
                .hasEntrySatisfying(
                        "conditionZh", said -> assertThat(said.toString()).contains("年龄"));
        assertThat(reason(priced, "twice")).isEqualTo(CouponRefusal.COUPON_SENT_TWICE);
        assertThat(names(priced)).containsExactly("twice");
    }

    @Test
    void theSameCartAndCouponsGiveTheSameAnswerWhateverWasPricedBefore() {
        Coupon[] sent = {off("o", 700), percent("p", 15), off("q", 100)};
        Priced first = price(rules(2), sent);
        price(rules(1), sent);
        assertThat(price(rules(2), sent)).isEqualTo(first);
    }

    private static Priced price(StackRules rules, Coupon... coupons) {
        return CouponPricing.price(cart(10_000), all(coupons), rules, NOW);
    }

    private static StackRules rules(int mostApplied, Category... categories) {
        return new StackRules(30, mostApplied, 0, Sequence.AS_SENT, List.of(categories), List.of());
    }

    private static StackRules base(Base base) {
        return rules(5, new Category("share", Company.ORDINARY, base, 1));
    }

    private static StackRules group(Choice choice, Scope scope) {
        return new StackRules(
                30, 5, 0, Sequence.AS_SENT, List.of(), List.of(new Group("g", choice, scope)));
    }

    private static List<String> names(Priced priced) {
        return priced.applied().stream().map(each -> each.offer().ref()).toList();
    }

    private static Priced.Skipped skipped(Priced priced, String ref) {
        return priced.skipped().stream()
                .filter(each -> each.offer().ref().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    private static CouponRefusal reason(Priced priced, String ref) {
        return skipped(priced, ref).code();
    }
}
