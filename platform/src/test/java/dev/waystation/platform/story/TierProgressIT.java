package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is missing to the next tier, as a member reads it, and what a threshold would move. */
class TierProgressIT extends PhoneStory {

    @Test
    @Capability("X13")
    void aMemberReadsInPlainWordsWhatIsMissingOnBothAxesUntilWhenAndWhatWasSaved() {
        Person young = phones.stage().young();
        JsonNode club = withTwoAxes(young);
        JsonNode trial = club.path("next");
        assertThat(
                        phones.stage()
                                .staff()
                                .post(
                                        "/v1/members/" + young.id() + "/tiers",
                                        """
                                        {"club":"%s","tier":"%s","kind":"trial","until":"%s",\
                                        "reason":"welcome"}\
                                        """
                                                .formatted(
                                                        club.path("club").asString(),
                                                        trial.path("code").asString(),
                                                        phones.stage()
                                                                .now()
                                                                .plus(Duration.ofDays(30))))
                                .status())
                .isLessThan(300);
        JsonNode then = withTwoAxes(young);
        savesWithPoints(young);
        try (Window phone = phones.signedIn(Phones.YOUNG, false)) {
            phone.go("/app/benefits").settle();
            Locator card =
                    phone.page()
                            .locator("section.m-club")
                            .filter(
                                    new Locator.FilterOptions()
                                            .setHasText(then.at("/clubName/zh").asString()));
            String said = card.innerText();
            assertThat(said)
                    .contains("还差")
                    .contains("就是" + then.at("/next/name/zh").asString())
                    .as("until when the trial lasts")
                    .contains("体验到")
                    .contains("月");
            Locator bars = card.getByRole(AriaRole.PROGRESSBAR);
            List<JsonNode> gaps = Stage.items(then.at("/next/gaps"));
            assertThat(bars.count()).as("one bar for each axis").isEqualTo(gaps.size());
            for (int i = 0; i < gaps.size(); i++) {
                JsonNode gap = gaps.get(i);
                assertThat(bars.nth(i).getAttribute("aria-valuemax"))
                        .isEqualTo(gap.path("needed").asString());
                assertThat(bars.nth(i).getAttribute("aria-label"))
                        .isEqualTo(gap.at("/label/zh").asString());
                assertThat(said).as("what is missing, in figures").contains(missing(gap));
            }
            assertThat(phone.see("今年已省")).isNotBlank();
            assertThat(phone.main()).contains("¥30.00").contains("积分抵扣 ¥30.00");
        }
    }

    @Test
    @Capability("X13")
    void anOperatorSeesWhoAThresholdWouldMoveAndWhatItCostsBeforeItHolds() {
        JsonNode before = phones.stage().staff().get("/v1/earning-programmes").body();
        try (Window desk = phones.desk(Browsing.Look.desk("en", "light"))) {
            desk.go("/console/clubs").settle();
            Locator threshold = desk.page().locator(".rule-inline input").first();
            threshold.fill("1");
            threshold.press("Tab");
            desk.press("Simulate");
            Locator outcome =
                    desk.role(AriaRole.STATUS)
                            .filter(new Locator.FilterOptions().setHasText("Difference"));
            outcome.waitFor();
            assertThat(outcome.locator(".w-sentence").innerText()).isNotBlank();
            assertThat(outcome.innerText()).contains("Now", "Then", "members", "¥", "Who moves");
            assertThat(phones.stage().staff().get("/v1/earning-programmes").body().toString())
                    .as("a simulation changes nothing")
                    .isEqualTo(before.toString());
        }
    }

    /** The club whose next tier asks for two things. */
    private static JsonNode withTwoAxes(Person person) {
        return Stage.items(person.visitor().get("/v1/me/clubs").body()).stream()
                .filter(each -> Stage.items(each.at("/next/gaps")).size() == 2)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no club asks for two things"));
    }

    /** 3,000 points pay 30 yuan of a ticket. */
    private void savesWithPoints(Person person) {
        phones.credit(person, 20_000, 200);
        Trip trip = phones.stage().trip("WUH", "CAN", phones.stage().today().plusDays(4));
        JsonNode order = person.order(trip, "second", 1, UUID.randomUUID().toString()).body();
        String id = order.path("id").asString();
        JsonNode paid =
                person.visitor().post("/v1/orders/" + id + ":pay", "{\"points\":3000}").body();
        person.approve(paid.path("intentId").asString());
        Stage.await("payment of " + id, () -> person.status(id).equals("paid"));
    }

    private static String missing(JsonNode gap) {
        long missing = gap.path("missing").asLong();
        return gap.path("money").asBoolean()
                ? String.format(Locale.ROOT, "¥%,.2f", missing / 100.0)
                : String.format(Locale.ROOT, "%,d", missing);
    }
}
