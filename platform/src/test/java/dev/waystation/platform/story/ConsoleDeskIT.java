package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.waystation.platform.members.benefits.Campaigns;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.testkit.Capability;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a desk does all day, in a browser: look somebody up, read why, plan days. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleDeskIT {

    @TempDir private static Path data = Path.of("");
    private final Stage stage = new Stage(() -> data);
    private final Browsing browsing = new Browsing();

    @BeforeAll
    void open() {
        stage.open();
    }

    @AfterAll
    void close() {
        browsing.close();
        stage.close();
    }

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
