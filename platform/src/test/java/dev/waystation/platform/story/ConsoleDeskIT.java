package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.Campaigns;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person at a desk does all day, in a browser: look somebody up, read why, plan days. */
class ConsoleDeskIT extends DeskStory {

    /** What a window remembers of itself. */
    private static final String PLACES =
            "() => localStorage.setItem('waystation.window', '{\"from\":\"WUH\",\"to\":\"CAN\"}')";

    @Test
    @Capability("X4")
    void aScannerInTheBoxThatCtrlKOpensLandsOnThePageOfWhatWasScanned() {
        RunningPlatform platform = stage.platform();
        String campaign =
                Campaigns.anyWithCode(
                        platform.bean(DraftCampaign.class),
                        platform.bean(Clock.class),
                        "DESK7Q2M9TVX");
        try (Window desk = signedIn()) {
            String member = desk.asks("/v1/members?limit=1", "items.0.id");
            scan(desk, "waystation:member:" + member);
            desk.page().waitForURL("**/console/members/" + member);
            scan(desk, "desk7q2m9tvx");
            desk.page().waitForURL("**/console/coupons/" + campaign);

            String phone = desk.asks("/v1/members?limit=1", "items.0.phone");
            String tail = phone.substring(phone.length() - 4);
            open(desk);
            desk.page().keyboard().type(tail);
            desk.role(AriaRole.OPTION).first().waitFor();
            assertThat(desk.role(AriaRole.LISTBOX).innerText()).contains("the phone ends so");
            desk.page().keyboard().press("Escape");

            scan(desk, "no such thing at all");
            desk.see("Nothing found");
        }
    }

    @Test
    void aCommonTicketTakesThreeStrokesAfterTheScanAndSeveralTendersGiveChangeBack() {
        Person young = stage.young().register();
        credit(young, 20_000);
        try (Window desk = signedIn()) {
            String soon = stage.today().plusDays(3).toString();
            String later = stage.today().plusDays(5).toString();
            desk.page().evaluate(PLACES);
            atWindow(desk, young, soon);
            long owned = Phones.spendable(young);
            assertThat(desk.page().locator("[role=note]").innerText())
                    .contains("%,d points".formatted(owned));
            press(desk, "1");
            press(desk, "Enter");
            desk.page().locator(".window-given input:focus").waitFor();
            press(desk, "Enter");
            desk.see("Ticket issued");
            assertThat(paid(young)).isEqualTo(1);
            assertThat(focused(desk)).as("ready for the next scan").contains("Scan the member");

            atWindow(desk, young, later);
            press(desk, "2");
            press(desk, "Enter");
            desk.page().locator(".window-given input:focus").waitFor();
            press(desk, "p");
            desk.page().keyboard().type("1");
            assertThat(desk.page().locator("[role=status]").innerText()).contains("Still missing");
            press(desk, "Enter");
            assertThat(paid(young)).as("too little cash takes nothing").isEqualTo(1);
            desk.page().keyboard().type("000");
            String change = desk.page().locator("[role=status]").innerText();
            assertThat(change).contains("Change").contains("¥");
            press(desk, "Enter");
            desk.see("Ticket issued");
            assertThat(desk.page().locator(".window-change").innerText())
                    .contains(change.replaceAll("(?s).*(¥[\\d,.]+).*", "$1"));
            assertThat(paid(young)).isEqualTo(2);
            assertThat(Phones.spendable(young)).as("points paid a part").isLessThan(owned);
        }
    }

    private static void atWindow(Window desk, Person member, String day) {
        desk.go("/console/window").settle();
        desk.page().locator("input[type=date]").fill(day);
        desk.settle().page().locator(".gate-input").focus();
        desk.page().keyboard().type("waystation:member:" + member.id());
        press(desk, "Enter");
        desk.page().locator(".window-list:focus .window-row").first().waitFor();
        desk.settle();
    }

    private static void press(Window desk, String key) {
        desk.page().keyboard().press(key);
    }

    private static String focused(Window desk) {
        return String.valueOf(
                desk.page().evaluate("() => document.activeElement.getAttribute('aria-label')"));
    }

    private static long paid(Person member) {
        return Stage.items(member.visitor().get("/v1/orders").body()).stream()
                .filter(order -> order.path("status").asString().equals("paid"))
                .count();
    }

    private void credit(Person member, long amount) {
        stage.platform()
                .bean(Points.class)
                .post(
                        new PointsCommand.Credit(
                                UUID.randomUUID(),
                                PublicId.decode("mbr", member.id()),
                                Points.POINTS,
                                amount,
                                stage.today().plusDays(200),
                                Explanation.of(Said.same("test")),
                                "travel"));
    }

    private Window signedIn() {
        Window desk = browsing.open(stage.platform().url(), Browsing.Look.desk("en", "light"), "");
        desk.go("/console/").fill("Login", "admin");
        desk.fill("Password", stage.platform().password()).press("Sign in");
        desk.named(AriaRole.LINK, "Release board").waitFor();
        return desk;
    }

    private static void open(Window desk) {
        desk.page().keyboard().press("Control+k");
        desk.page().locator(".ant-modal input:focus").waitFor();
    }

    /** A scanner is a keyboard that is fast and ends with Enter. */
    private static void scan(Window desk, String code) {
        open(desk);
        desk.page().keyboard().type(code);
        desk.page().keyboard().press("Enter");
    }
}
