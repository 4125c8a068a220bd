package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Nominees;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.testkit.Capability;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A year under the two ready-made programmes of the sample world, with the numbers their operators
 * publish. The clock runs through it, so the stories stand in the order of their days.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresetStoryIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir private static Path data = Path.of("");
    private final Stage stage = new Stage(() -> data);
    private final PresetWorld world = new PresetWorld(stage);

    @BeforeAll
    void open() {
        stage.open();
        // The story reads the facts itself, so that it knows when all have been read.
        stage.platform().bean(FactPump.class).stop();
        String first = stage.platform().password();
        assertThat(
                        stage.staff()
                                .post(
                                        "/v1/session",
                                        "{\"login\":\"admin\",\"password\":\"%s\"}"
                                                .formatted(first))
                                .status())
                .isLessThan(300);
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    @Order(1)
    void theSampleWorldRunsBothProgrammesAndSaysSo() {
        for (JsonNode preset : Stage.items(stage.staff().get("/v1/presets").body())) {
            assertThat(preset.path("inForce").asBoolean()).as(preset.toString()).isTrue();
        }
        assertThat(Stage.items(stage.staff().get("/v1/preset-adoptions").body())).hasSize(2);
    }

    @Test
    @Order(2)
    @Capability("L32")
    void aThousandYuanEarnByAgeAndTheyAreThereWithinFiveDays() {
        LocalDate today = stage.today();
        long adult = world.member("19900007701", "甲中年", today.minusYears(40));
        long youngest = world.member("19900007702", "乙少年", today.minusYears(14));
        long oldestYouth = world.member("19900007703", "丙青年", today.minusYears(29).plusDays(1));
        long justTooOld = world.member("19900007704", "丁青年", today.minusYears(29));
        long sixty = world.member("19900007705", "戊长者", today.minusYears(60));
        long dayBefore = world.member("19900007706", "己长者", today.minusYears(60).plusDays(1));
        Instant arrival = stage.now();
        world.travel(adult, false, false);
        world.travel(youngest, false, false);
        world.travel(oldestYouth, false, false);
        world.travel(justTooOld, false, false);
        world.travel(sixty, true, false);
        world.travel(dayBefore, false, false);
        stage.moveTo(arrival.plus(Duration.ofDays(5)));
        world.settled();
        assertThat(world.travelled(adult)).isEqualTo(5_000);
        assertThat(world.travelled(youngest)).as("14 counts").isEqualTo(10_000);
        assertThat(world.travelled(oldestYouth)).as("the last day of 28 counts").isEqualTo(10_000);
        assertThat(world.travelled(justTooOld)).isEqualTo(5_000);
        assertThat(world.travelled(sixty)).as("the 60th birthday counts").isEqualTo(15_000);
        assertThat(world.travelled(dayBefore)).isEqualTo(5_000);
    }

    @Test
    @Order(3)
    void aStudentTicketKeepsFiveAndDoesNotStackWithYouth() {
        long student = world.member("19900007707", "庚学生", stage.today().minusYears(20));
        world.travel(student, false, true);
        world.settled();
        assertThat(world.travelled(student)).isEqualTo(5_000);
    }

    @Test
    @Order(4)
    void aClaimWaitsFiveDaysAndIsOverAfterNinety() {
        Person person = world.person("19900007708", "辛旅客", LocalDate.of(1985, 6, 1));
        LocalDate today = stage.today();
        assertThat(world.claim(person, "E90001", today.minusDays(4)).code())
                .isEqualTo("CLAIM_TOO_EARLY");
        assertThat(world.claim(person, "E90001", today.minusDays(5)).status()).isEqualTo(201);
        assertThat(world.claim(person, "E90002", today.minusDays(90)).status()).isEqualTo(201);
        assertThat(world.claim(person, "E90003", today.minusDays(91)).code())
                .isEqualTo("CLAIM_TOO_LATE");
    }

    @Test
    @Order(5)
    void eightNomineesAndEachCountsOnTheSixtiethDay() {
        Person person = world.person("19900007709", "壬家长", LocalDate.of(1985, 6, 1)).with(10);
        List<String> companions = person.travellers().subList(1, 10);
        for (int i = 0; i < 8; i++) {
            assertThat(PresetWorld.nominate(person, companions.get(i)).status()).isEqualTo(200);
        }
        assertThat(PresetWorld.nominate(person, companions.get(8)).code())
                .isEqualTo("NOMINEE_LIST_IS_FULL");
        long member = PublicId.decode("mbr", person.id());
        long first = PublicId.decode("trv", companions.getFirst());
        LocalDate named = stage.today();
        stage.moveTo(stage.now().plus(Duration.ofDays(59)));
        assertThat(world.bean(Nominees.class).mayRedeemFor(member, first, stage.today())).isFalse();
        stage.moveTo(named.plusDays(60).atTime(9, 0).atZone(ZONE).toInstant());
        assertThat(world.bean(Nominees.class).mayRedeemFor(member, first, stage.today())).isTrue();
    }

    @Test
    @Order(6)
    void pointsAreGoodForTwelveMonthsToTheDay() {
        long member = world.member("19900007710", "癸旅客", LocalDate.of(1985, 6, 1));
        world.travel(member, false, false);
        world.settled();
        LocalDate posted = stage.today();
        stage.moveTo(posted.plusMonths(12).atTime(23, 0).atZone(ZONE).toInstant());
        world.settled();
        long onTheLastDay = world.spendable(member);
        // journeys of the sample world may have given more
        assertThat(onTheLastDay).isGreaterThanOrEqualTo(5_000);
        stage.moveTo(posted.plusMonths(12).plusDays(1).atTime(1, 0).atZone(ZONE).toInstant());
        assertThat(onTheLastDay - world.spendable(member))
                .as("the day after they are gone")
                .isGreaterThanOrEqualTo(5_000);
    }

    @Test
    @Order(7)
    void aParksYearTakesAMemberToGoldWithTenVisitsAndFiveThousandYuan() {
        long member = world.member("19900007711", "子乐园", LocalDate.of(1990, 6, 1));
        // a fresh year, so that all of it counts
        LocalDate day = LocalDate.of(stage.today().getYear() + 1, 3, 8);
        for (int visit = 0; visit < 10; visit++) {
            LocalDate date = day.plusDays(visit * 3L);
            stage.moveTo(date.atTime(11, 0).atZone(ZONE).toInstant());
            assertThat(world.tierInPark(member)).isNotEqualTo("park-gold");
            world.record(
                    world.event(member, "visit-" + visit, "park.visited", List.of(), Map.of()));
            world.buy(member, "ticket-" + visit, 50_000, "entry");
        }
        world.settled();
        assertThat(world.spendable(member))
                .as("1 point per yuan, double on the members' open day")
                .isEqualTo(5_000 + 500L * PresetWorld.openDays(day));
        assertThat(world.tierInPark(member)).isEqualTo("park-gold");
        long before = world.spendable(member);
        world.buy(member, "coaster", 20_000, "coaster");
        world.settled();
        assertThat(world.spendable(member) - before)
                .as("triple on coasters, a fifth more for gold")
                .isEqualTo(640);
    }

    @Test
    @Order(8)
    void aTopUpOfAThousandIsGivenTwoHundred() {
        Person person = world.person("19900007712", "丑储值", LocalDate.of(1990, 6, 1));
        String card =
                stage.staff()
                        .post(
                                "/v1/cards",
                                "{\"memberId\":\"%s\",\"medium\":\"preset-card\"}"
                                        .formatted(person.id()))
                        .body()
                        .path("id")
                        .asString();
        Visitor.Answer loaded =
                stage.staff()
                        .post(
                                "/v1/cards/" + card + ":top-up",
                                "{\"principal\":100000,\"company\":false,\"method\":\"CASH\"}");
        assertThat(loaded.body().path("gift").asLong()).isEqualTo(20_000);
        assertThat(
                        world.bean(Points.class)
                                .balance(PublicId.decode("mbr", person.id()), StoredValue.GIFT)
                                .spendable())
                .isEqualTo(Money.yuan(20_000).minor());
    }

    @Test
    @Order(9)
    void ecoPointsComeByWeightAndStopAtTheDaysLimit() {
        long member = world.member("19900007713", "寅环保", LocalDate.of(1990, 6, 1));
        world.record(
                world.event(member, "eco-1", "recycling", List.of(), Map.of("weightGrams", 2_500)));
        world.settled();
        assertThat(world.bean(Points.class).balance(member, "eco").spendable()).isEqualTo(25);
        world.record(
                world.event(
                        member, "eco-2", "recycling", List.of(), Map.of("weightGrams", 90_000)));
        world.settled();
        assertThat(world.bean(Points.class).balance(member, "eco").spendable()).isEqualTo(200);
    }

    @Test
    @Order(10)
    void takingTheParksProgrammeBackRestoresWhatStoodBefore() {
        JsonNode adoption =
                Stage.items(stage.staff().get("/v1/preset-adoptions").body()).stream()
                        .filter(each -> each.path("preset").asString().equals("park"))
                        .findFirst()
                        .orElseThrow();
        Visitor.Answer back =
                stage.staff()
                        .post(
                                "/v1/preset-adoptions/%s:take-back"
                                        .formatted(adoption.path("id").asString()),
                                "{}");
        assertThat(back.status()).as(back.body().toString()).isEqualTo(200);
        assertThat(stage.staff().get("/v1/top-up-offers").body().path("offers").size()).isZero();
        assertThat(stage.staff().post("/v1/presets/park:adopt", "{}").status()).isEqualTo(200);
        assertThat(stage.staff().get("/v1/top-up-offers").body().path("offers").size())
                .isEqualTo(2);
    }
}
