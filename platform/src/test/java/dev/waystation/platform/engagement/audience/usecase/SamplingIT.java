package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Condition;
import dev.waystation.condition.Face;
import dev.waystation.condition.SetFace;
import dev.waystation.condition.SetPlan;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.store.DeedStore;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every so manieth member stands for all, and everybody where there are few. */
@PlatformIT
class SamplingIT {

    private static final long FIRST = 737_000_000L;
    private static final int MEMBERS = 4_000;
    private static final int MANY = 77_777;

    @Autowired private TraitStore traits;
    @Autowired private DeedStore deeds;
    @Autowired private MembershipStore memberships;
    @Autowired private SeedAudience seed;
    @Autowired private ReadConditions read;
    @Autowired private CurrentVocabulary vocabulary;
    @Autowired private LoadMembers members;

    @Test
    @Capability("SEG-07")
    void theCountLiesWhereTheSampleSaysAndASmallWorldIsAskedWhole() {
        seed.load(
                LongStream.range(FIRST, FIRST + MEMBERS).mapToObj(SamplingIT::member), Stream.of());
        AudienceSets thin = new AudienceSets(traits, deeds, memberships, new Sampling(500));
        AudienceSets whole = new AudienceSets(traits, deeds, memberships, new Sampling(1 << 30));
        SetPlan everyThird = plan(Map.of("points", Map.of("$gte", MANY)));
        int counted = whole.select(everyThird, members.today()).count();
        assertThat(counted).isGreaterThanOrEqualTo(MEMBERS / 3);

        Sampling.Seen about = thin.sampled(everyThird, members.today());
        assertThat(about.everybody()).isFalse();
        assertThat(about.asked()).isLessThanOrEqualTo(600).isLessThan(about.universe() / 4);
        assertThat(counted).isBetween(about.low(), about.high());
        assertThat(about.about()).isNotEqualTo(counted).isBetween(about.low(), about.high());

        Sampling.Seen exact = whole.sampled(everyThird, members.today());
        assertThat(exact.everybody()).isTrue();
        assertThat(List.of(exact.low(), exact.about(), exact.high()))
                .isEqualTo(List.of(counted, counted, counted));
    }

    @Test
    void nobodyFoundIsStillPerhapsAFewAndEverybodyFoundPerhapsNotQuiteAll() {
        Sampling.Seen none = new Sampling.Seen(0, 100, 10_000);
        assertThat(none.about()).isZero();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isBetween(300, 400);
        Sampling.Seen all = new Sampling.Seen(100, 100, 10_000);
        assertThat(all.low()).isBetween(9_600, 9_700);
        assertThat(all.high()).isEqualTo(10_000);
    }

    private SetPlan plan(Map<String, Object> json) {
        Condition condition = read.parse(json);
        if (SetFace.compile(condition, vocabulary.attributes())
                instanceof Face.Carried<SetPlan>(SetPlan plan)) {
            return plan;
        }
        throw new AssertionError("not carried: " + condition);
    }

    private static SeedAudience.Traits member(long id) {
        return new SeedAudience.Traits(
                id,
                LocalDate.of(1990, 1, 1),
                "female",
                "WUH",
                LocalDate.of(2026, 1, 1),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                id % 3 == 0 ? MANY : 0);
    }
}
