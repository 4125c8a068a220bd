package dev.waystation.platform.story;

import com.microsoft.playwright.options.AriaRole;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A running platform, two members on it, and their phones. */
final class Phones implements AutoCloseable {

    static final String ELDER = "19900008801";
    static final String YOUNG = "19900008802";

    private final Stage stage;
    private final Browsing browsing = new Browsing();
    private final Map<String, String> sessions = new HashMap<>();

    Phones(Supplier<Path> data) {
        this.stage = new Stage(data);
    }

    void open() {
        stage.open();
        stage.staff()
                .post(
                        "/v1/session",
                        "{\"login\":\"admin\",\"password\":\"%s\"}"
                                .formatted(stage.platform().password()));
        stage.elder().register();
        stage.young().register();
    }

    Stage stage() {
        return stage;
    }

    String url() {
        return stage.platform().url();
    }

    Window signedIn(String phone, boolean elder) {
        Browsing.Look look = Browsing.Look.phone("zh", elder);
        String session = sessions.computeIfAbsent(phone, this::signIn);
        return browsing.open(url(), look, session).go("/app/");
    }

    /** A console window of the administrator. */
    Window desk(Browsing.Look look) {
        Window desk = browsing.open(url(), look, "");
        desk.go("/console/").fill("Login", "admin");
        desk.fill("Password", stage.platform().password()).press("Sign in");
        desk.named(AriaRole.LINK, "Release board").waitFor();
        return desk;
    }

    /** The session of a phone is over. */
    void forget(String phone) {
        sessions.remove(phone);
    }

    static void reload(Window window) {
        window.page().reload();
        window.settle();
    }

    void credit(Person person, long amount, int days) {
        stage.platform()
                .bean(Points.class)
                .post(
                        new PointsCommand.Credit(
                                UUID.randomUUID(),
                                PublicId.decode("mbr", person.id()),
                                Points.POINTS,
                                amount,
                                stage.today().plusDays(days),
                                Explanation.of(new Said("一次补记", "credited afterwards")),
                                "travel"));
    }

    static long spendable(Person person) {
        return person.visitor().get("/v1/me/points").body().path("spendable").asLong();
    }

    private String signIn(String phone) {
        Browsing.Look look = Browsing.Look.phone("zh", false);
        try (Window window = browsing.open(url(), look, "")) {
            window.go("/app/sign-in").fill("手机号", phone).press("获取验证码");
            window.see("验证码是");
            window.press("登录");
            window.named(AriaRole.LINK, "会员码").waitFor();
            return window.session();
        }
    }

    @Override
    public void close() {
        browsing.close();
        stage.close();
    }
}
