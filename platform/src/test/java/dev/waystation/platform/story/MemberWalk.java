package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** A person of 66 does everything on a phone, in Chinese. */
final class MemberWalk implements Chapter {

    static final String PHONE = "19900008811";
    private static final LocalDate BORN = LocalDate.of(1960, 4, 2);

    private final Stage stage;
    private final Browsing browsing;
    private Walked walked = new Walked(LocalDate.EPOCH, "", "", "", "", "");

    /**
     * @param session of the member, for other windows
     * @param code what the gate reads from her ticket
     */
    record Walked(
            LocalDate date,
            String session,
            String memberId,
            String orderPath,
            String ticketPath,
            String code) {}

    MemberWalk(Stage stage, Browsing browsing) {
        this.stage = stage;
        this.browsing = browsing;
    }

    @Override
    public List<Step> steps() {
        return List.of(new Step("in the browser a person registers, searches, buys", this::walk));
    }

    Walked walked() {
        assertThat(walked.session()).as("nobody walked the member app").isNotEmpty();
        return walked;
    }

    private String walk() {
        LocalDate date = stage.today().plusDays(2);
        Crowd.takes(stage, "standing", date);
        try (Window phone =
                browsing.open(stage.platform().url(), Browsing.Look.phone("zh", false), "")) {
            register(phone);
            String why = search(phone, date);
            String left = buy(phone);
            String order = path(phone);
            phone.follow("看车票");
            phone.named(AriaRole.IMG, "检票时出示此码").waitFor();
            String seat = phone.main().replaceAll("(?s).*?(\\d+ 车 \\w+).*", "$1");
            walked =
                    new Walked(
                            date,
                            phone.session(),
                            phone.asks("/v1/me", "id"),
                            order,
                            path(phone),
                            phone.asks(path(phone).replace("/app/", "/v1/"), "code"));
            phone.go("/app/").follow("行程");
            assertThat(phone.main()).contains("G1158", "未出行");
            return why + " / " + left + " / " + seat;
        }
    }

    private static void register(Window phone) {
        phone.go("/app/").follow("没有账号？注册");
        phone.fill("手机号", PHONE).press("获取验证码");
        phone.see("验证码是");
        phone.fill("姓名", "陈奶奶").fill("身份证号", Documents.identityCard(BORN, 42));
        assertThat(phone.labelled("出生日期").inputValue()).isEqualTo(BORN.toString());
        pick(phone, "所在城市", "黄冈");
        phone.press("注册会员");
        phone.named(AriaRole.LINK, "会员码").waitFor();
    }

    /** The trains of a day, and why business class is not to be had. */
    private static String search(Window phone, LocalDate date) {
        pick(phone, "出发", "黄冈");
        pick(phone, "到达", "广州");
        phone.fill("日期", date.toString()).press("查询");
        phone.settle();
        assertThat(offer(phone, "无座").innerText()).contains("无票");
        return phone.why(Pattern.compile("G1158 无座"));
    }

    private static String buy(Window phone) {
        Locator business = offer(phone, "商务座");
        String left = business.innerText().replaceAll("\\s+", " ");
        business.getByRole(AriaRole.LINK).click();
        phone.settle();
        assertThat(phone.role(AriaRole.CHECKBOX).first().isChecked()).as("herself").isTrue();
        phone.press("提交订单");
        Locator timer = phone.role(AriaRole.TIMER);
        timer.waitFor();
        String before = timer.innerText();
        assertThat(before).contains("内付款");
        Stage.await("the countdown", () -> !timer.innerText().equals(before));
        phone.press("确认付款");
        phone.see("付款成功");
        return left;
    }

    private static Locator offer(Window phone, String seatClass) {
        return phone.role(AriaRole.ARTICLE)
                .filter(new Locator.FilterOptions().setHasText("G1158"))
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(seatClass));
    }

    private static void pick(Window phone, String field, String city) {
        phone.named(AriaRole.BUTTON, Pattern.compile("^" + field)).click();
        phone.fill("输入城市名或拼音", city).press(city);
    }

    private static String path(Window phone) {
        return phone.page().url().replaceFirst("^https?://[^/]+", "");
    }
}
