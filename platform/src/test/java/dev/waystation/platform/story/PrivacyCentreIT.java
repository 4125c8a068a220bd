package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.testkit.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a member can do about their data on the phone, and what the house can show of it after. */
class PrivacyCentreIT extends PhoneStory {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern WITHDRAW = Pattern.compile("^撤回 .*优惠与活动");

    @Test
    @Capability("X38")
    void aNoOnThePhoneActsAtOnceIsProvedAndStandsInTheMonthsReportWithItsRow() throws IOException {
        String member = phones.stage().elder().id();
        JsonNode proof;
        try (Window phone = phones.signedIn(Phones.ELDER, true)) {
            phone.go("/app/mine").named(AriaRole.LINK, Pattern.compile("我的隐私")).click();
            phone.settle().named(AriaRole.BUTTON, WITHDRAW).click();
            phone.see("撤回已生效");
            phone.see("撤回之后没有再发给您");
            assertThat(ElderRules.broken(phone.page())).isEmpty();
            proof = saved(phone, Pattern.compile("^下载凭证"));
            saved(phone, Pattern.compile("^导出我的资料"));
            phone.see("已导出，文件在下载里");
        }
        assertThat(proof.path("document").asString()).contains("withdrawn", member);
        phones.stage().platform().bean(FactPump.class).drain();

        try (Window desk = console()) {
            desk.go("/console/privacy").settle();
            figure(desk, "Consents withdrawn").click();
            desk.see(member);
            assertThat(desk.main()).contains("SMS · Marketing", "The member");
            desk.press("Back to the report");
            figure(desk, "Exports").click();
            desk.see(member);

            desk.go("/console/privacy?tab=check").fill("Proof", proof.path("document").asString());
            desk.fill("Signature", proof.path("signature").asString());
            desk.press("Check").see("Genuine: signed by us");
            String altered = proof.path("document").asString().replace("withdrawn", "granted");
            desk.fill("Proof", altered).press("Check").see("Not signed by us, or altered");
        }
    }

    @Test
    @Capability("X38")
    void staffWithdrawForAMemberRevealErasesAndKeepsPeopleOutEachWithItsTrace() throws IOException {
        Person person = phones.stage().stranger();
        person.register();
        String member = person.id();
        person.visitor()
                .put(
                        "/v1/me/consents",
                        """
                        {"choices":[{"channel":"email","purpose":"marketing","granted":true}]}
                        """);
        try (Window desk = console()) {
            desk.go("/console/privacy/people/" + member);
            desk.named(AriaRole.BUTTON, "Withdraw Email · Marketing").click();
            confirm(desk, "Withdraw");
            desk.see("Left after the withdrawal");
            assertThat(saved(desk, Pattern.compile("^Download proof")).path("document").asString())
                    .contains("staff:", "\"sentSince\":0");
            desk.page().keyboard().press("Escape");

            desk.press("Write to this member no more");
            desk.fill("Why", "asked on the phone");
            confirm(desk, "Confirm");
            desk.go("/console/privacy?tab=kept").see("asked on the phone");
            desk.press("Lift").fill("Why", "asked for messages again");
            confirm(desk, "Confirm");
            desk.see("Nobody is kept out");

            desk.go("/console/members/" + member).press("Reveal (logged)");
            desk.fill("Why", "caller asks to verify");
            desk.press("Reveal");
            desk.see("It is gone once this window closes.");
            desk.press("Close");
            desk.go("/console/privacy/people/" + member).press("Erase their data");
            desk.fill("Why", "asked at the counter");
            desk.page().getByRole(AriaRole.CHECKBOX).check();
            confirm(desk, "Erase their data");
            desk.see("Below is the signed proof");
            desk.see("signature holds");
            desk.see("foundation.person_key");
            desk.page().keyboard().press("Escape");
            desk.go("/console/privacy/people/" + member).see("This member was erased");

            phones.stage().platform().bean(FactPump.class).drain();
            desk.go("/console/privacy").settle();
            for (String kind : new String[] {"Erasures", "Reveals"}) {
                figure(desk, kind).click();
                desk.see(member);
                desk.press("Back to the report");
            }
        }
    }

    private Window console() {
        Window desk = browsing.open(phones.url(), Browsing.Look.desk("en", "light"), "");
        desk.go("/console/").fill("Login", "admin");
        desk.fill("Password", phones.stage().platform().password()).press("Sign in");
        desk.named(AriaRole.LINK, "Privacy centre").waitFor();
        return desk;
    }

    /** The figure of this month: the first row. */
    private static Locator figure(Window desk, String kind) {
        return desk.named(AriaRole.BUTTON, Pattern.compile("^" + kind + " · "));
    }

    private static void confirm(Window desk, String button) {
        desk.role(AriaRole.DIALOG)
                .last()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        desk.settle();
    }

    private static JsonNode saved(Window window, Pattern button) throws IOException {
        Download file =
                window.page().waitForDownload(() -> window.named(AriaRole.BUTTON, button).click());
        return JSON.readTree(Files.readString(file.path()));
    }
}
