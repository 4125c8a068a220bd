package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.waystation.testkit.Capability;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a member's phone promises, in a real browser on a running platform. */
class MemberAppIT extends PhoneStory {

    /** The first reward that can be had. */
    private static final String REWARD = "[data-reward]:not([disabled])";

    /** Presses without waiting for an answer, as an impatient finger does. */
    private static final String PRESS =
            "reward => { const button = document.querySelector(reward); ";

    /** Waits until the app itself is kept: its page, its script and its style. */
    private static final String KEPT =
            """
            async () => {
              await navigator.serviceWorker.ready;
              const kept = await caches.open('waystation-app');
              for (let n = 0; n < 100 && (await kept.keys()).length < 3; n++) {
                await new Promise(go => setTimeout(go, 100));
              }
              return (await kept.keys()).length;
            }
            """;

    @Test
    @Capability("X32")
    void theMemberCodeIsOneTapAwayOnEveryTabAndOpensWithoutANetworkUntilSomebodySignsOut() {
        try (Window phone = phones.signedIn(Phones.YOUNG, false)) {
            for (String tab : List.of("/app/", "/app/trips", "/app/benefits", "/app/mine")) {
                phone.go(tab);
                phone.follow("会员码").named(AriaRole.IMG, "会员码").waitFor();
            }
            assertThat((Integer) phone.page().evaluate(KEPT)).isGreaterThanOrEqualTo(3);
            phone.page().context().setOffline(true);
            phone.page().navigate(phones.url() + "/app/code");
            phone.named(AriaRole.IMG, "会员码").waitFor();
            phone.see("现在没有网络");
            assertThat(
                            phone.page()
                                    .evaluate(
                                            "() => fetch('/v1/world').then(() => 'there', () =>"
                                                    + " 'gone')"))
                    .as("the control: there is no network")
                    .isEqualTo("gone");
            phone.page().context().setOffline(false);
            phone.page().navigate(phones.url() + "/app/mine");
            phone.settle().press("退出登录");
            phone.named(AriaRole.BUTTON, "登录").waitFor();
            phones.forget(Phones.YOUNG);
            phone.page().context().setOffline(true);
            phone.page().navigate(phones.url() + "/app/code");
            phone.see("还没有登录过");
        }
    }

    @Test
    @Capability("X32")
    void whatExpiresSoonStandsOnTheHomePageAndItsUseIsOneTapAway() {
        phones.credit(phones.stage().elder(), 320, 20);
        try (Window phone = phones.signedIn(Phones.ELDER, false)) {
            phone.go("/app/");
            String soon = phone.see("即将过期 320 分");
            assertThat(soon).contains("月");
            phone.page().locator(".m-soon a").click();
            phone.settle();
            assertThat(phone.page().url()).contains("/app/benefits?use=");
            assertThat(phone.page().locator("button:has-text('兑换')").count()).isPositive();
        }
    }

    @Test
    @Capability("X32")
    void whatTheTierIsWorthStandsWhereOneSearchesPaysAndTravels() {
        try (Window phone = phones.signedIn(Phones.YOUNG, false)) {
            phone.go("/app/").settle();
            phone.go(search()).settle();
            Pattern benefits = Pattern.compile("权益$");
            phone.named(AriaRole.LINK, benefits).waitFor();
            phone.role(AriaRole.ARTICLE).getByRole(AriaRole.LINK).first().click();
            phone.settle().named(AriaRole.LINK, benefits).waitFor();
            phone.press("提交订单");
            phone.role(AriaRole.TIMER).waitFor();
            phone.settle();
            assertThat(phone.page().locator(".m-benefit").innerText()).contains("卡");
            phone.press("确认付款");
            phone.see("付款成功");
            phone.go("/app/trips");
            phone.settle();
            assertThat(phone.page().locator(".m-benefit").count()).isPositive();
        }
    }

    @Test
    @Capability("X34")
    void aRewardIsChargedOnceHoweverOftenAndInHoweverManyWindowsItsButtonIsPressed() {
        phones.credit(phones.stage().young(), 60_000, 200);
        try (Window phone = phones.signedIn(Phones.YOUNG, false)) {
            Page first = phone.go("/app/benefits").settle().page();
            Page second = first.context().newPage();
            second.navigate(phones.url() + "/app/benefits");
            second.waitForSelector(REWARD);
            first.waitForSelector(REWARD);
            long before = Phones.spendable(phones.stage().young());
            long price = price(first);
            first.evaluate(PRESS + "button.click(); button.click(); }", REWARD);
            second.evaluate(PRESS + "button.click(); }", REWARD);
            Stage.await("the order", () -> orders(phones.stage().young()) > 0);
            phone.settle();
            second.waitForFunction("() => document.body.innerText.includes('我的兑换')");
            assertThat(orders(phones.stage().young())).isEqualTo(1);
            assertThat(before - Phones.spendable(phones.stage().young())).isEqualTo(price);
            // The control: a window that shows the first one gets a second one when asked.
            first.waitForFunction("() => document.body.innerText.includes('我的兑换')");
            first.evaluate(PRESS + "button.click(); }", REWARD);
            Stage.await("the second order", () -> orders(phones.stage().young()) == 2);
        }
    }

    @Test
    @Capability("X34")
    void anAuctionShowsWhatIsHeldAndThatItCameBackWhenSomebodyBidMore() {
        phones.credit(phones.stage().young(), 40_000, 200);
        phones.credit(phones.stage().elder(), 60_000, 200);
        String auction = auction();
        try (Window phone = phones.signedIn(Phones.YOUNG, false)) {
            phone.go("/app/auctions").settle();
            long before = Phones.spendable(phones.stage().young());
            phone.page().locator("section:has-text('夜游包厢') input").fill("1000");
            phone.page().locator("section:has-text('夜游包厢') button[type=submit]").click();
            phone.see("已冻结 1,000 积分");
            assertThat(Phones.spendable(phones.stage().young())).isEqualTo(before - 1_000);
            phones.stage()
                    .elder()
                    .visitor()
                    .post("/v1/me/auctions/" + auction + ":bid", "{\"most\":5000}");
            phone.see("已被超过");
            phone.see("没有冻结积分");
            assertThat(Phones.spendable(phones.stage().young())).isEqualTo(before);
        }
    }

    private String auction() {
        Visitor.Answer answer =
                phones.stage()
                        .staff()
                        .post(
                                "/v1/auctions",
                                """
                                {"name":{"zh":"夜游包厢","en":"Night box"},"benefit":"lounge","quota":1,\
                                "validDays":30,"units":1,"runners":0,"leastBid":500,"step":100,\
                                "mostBid":20000,"opens":"%s","closes":"%s","windowSeconds":60,\
                                "extendSeconds":60,"maxExtensions":3,"fallbackHours":1}\
                                """
                                        .formatted(
                                                phones.stage().now().minusSeconds(60),
                                                phones.stage().now().plusSeconds(86_400)));
        assertThat(answer.status()).as(answer.body().toString()).isLessThan(300);
        return answer.body().path("id").asString();
    }

    private static int orders(Person person) {
        return Stage.items(person.visitor().get("/v1/reward-orders").body()).size();
    }

    private static long price(Page page) {
        String row = page.locator(REWARD).first().locator("xpath=ancestor::li").innerText();
        return Long.parseLong(row.replaceAll("(?s).*?([\\d,]+) 积分.*", "$1").replace(",", ""));
    }

    private String search() {
        return "/app/search?from=WUH&to=CAN&group=general&fromZh=武汉&fromEn=Wuhan&toZh=广州&toEn=Guangzhou&date="
                + phones.stage().today().plusDays(3);
    }
}
