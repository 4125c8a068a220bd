package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.CodePattern;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.benefits.usecase.ExportCodes;
import dev.waystation.platform.members.benefits.usecase.Guesses;
import dev.waystation.platform.members.benefits.usecase.OrderCodes;
import dev.waystation.platform.members.benefits.usecase.PriceCart;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class CodeSecrecyIT {

    // Two whole chunks and a short one.
    private static final int MANY = 60_000;

    @Autowired DraftCampaign drafts;
    @Autowired OrderCodes orders;
    @Autowired ExportCodes export;
    @Autowired PriceCart prices;
    @Autowired Jobs jobs;
    @Autowired JdbcClient jdbc;
    @Autowired WorldClock clock;

    private final long member = Campaigns.somebody();
    private final Cart cart = Coupon.cart(10_000);

    @Test
    @Capability("L72")
    void guessingCodesLocksOutWhoeverTriesAndTellsNothing() {
        Guesses.Person person =
                new Guesses.Person(
                        member, List.of("ip:198.51.100.7-" + member, "device:" + member));
        String withdrawn = code(Campaign.Kind.POOLED, null);
        jdbc.sql("update benefits.code set withdrawn = true where tail = :tail")
                .param("tail", withdrawn.substring(withdrawn.length() - 4))
                .update();
        PriceCart.Answer unknown = price(person, "WS-NOSUCH-CODE");
        PriceCart.Answer real = price(person, withdrawn);
        assertThat(real.missing().getFirst().code()).isEqualTo(unknown.missing().getFirst().code());
        for (int i = 0; i < 8; i++) {
            price(person, "WS-GUESS-" + i);
        }
        String good = code(Campaign.Kind.POOLED, null);
        assertThat(price(person, good).missing().getFirst().code())
                .isEqualTo(CouponRefusal.TOO_MANY_CODE_ATTEMPTS);
        Guesses.Person sameDevice =
                new Guesses.Person(Campaigns.somebody(), List.of("device:" + member));
        assertThat(price(sameDevice, good).missing().getFirst().code())
                .isEqualTo(CouponRefusal.TOO_MANY_CODE_ATTEMPTS);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from foundation.fact
                                        where type = 'benefits.CodesGuessed' and subject = :m
                                        """)
                                .param("m", member)
                                .query(Long.class)
                                .single())
                .as("the alarm rings once")
                .isEqualTo(1);
        clock.advance(Duration.ofMinutes(11));
        assertThat(price(person, good).priced().discountMinor()).isEqualTo(1_000);
    }

    @Test
    @Capability("L72")
    void noStoredColumnHoldsACodeInClear() {
        String code = code(Campaign.Kind.POOLED, null);
        String row =
                jdbc.sql("select c::text from benefits.code c where tail = :tail limit 1")
                        .param("tail", code.substring(code.length() - 4))
                        .query(String.class)
                        .single();
        assertThat(row).doesNotContain(CodePattern.normalise(code));
        assertThat(row).doesNotContain(code);
    }

    @Test
    void aBatchIsMadeInTheBackgroundReportedExportedOnceAndThenSealed() {
        FreshCodes fresh = new FreshCodes(drafts, orders, export, jobs, clock);
        long campaign =
                new Campaigns(drafts, clock)
                        .amountOff(1_000, Campaign.Kind.POOLED, Campaigns.noLimits(), null);
        long batch = fresh.make(campaign, MANY, null);
        List<String> codes = fresh.inClear(batch);
        assertThat(new HashSet<>(codes)).hasSize(MANY);
        assertThat(codes).allMatch(code -> code.matches("T-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}"));
        assertThat(
                        jdbc.sql("select count(*) from benefits.code where batch_id = :b")
                                .param("b", batch)
                                .query(Long.class)
                                .single())
                .isEqualTo(MANY);
        assertThat(
                        jdbc.sql(
                                        """
                                        select state || ' ' || done || ' ' || total || ' '
                                               || (result ->> 'made')
                                        from foundation.job where kind = 'benefits.codes'
                                        order by id desc limit 1
                                        """)
                                .query(String.class)
                                .single())
                .isEqualTo("done " + MANY + " " + MANY + " " + MANY);
        assertThat(
                        price(Guesses.Person.member(member), codes.get(MANY / 2))
                                .priced()
                                .discountMinor())
                .isEqualTo(1_000);
        assertThat(export.destroySeed(batch)).isTrue();
        assertThat(export.destroySeed(batch)).isFalse();
        assertThat(export.batch(batch).orElseThrow().sealedSeed()).isNull();
    }

    private PriceCart.Answer price(Guesses.Person person, String code) {
        return prices.handle(person, cart, List.of(code), UUID.randomUUID(), null);
    }

    private String code(Campaign.Kind kind, @Nullable Long value) {
        return new FreshCodes(drafts, orders, export, jobs, clock).one(kind, value);
    }
}
