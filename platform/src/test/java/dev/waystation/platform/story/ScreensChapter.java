package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A picture of every screen in both languages, and what is measured on the phone meanwhile. */
final class ScreensChapter implements Chapter {

    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final Stage stage;
    private final SellingDeskWalk desk;
    private final MemberWalk member;
    private final Browsing browsing;
    private final Path pictures;
    private int taken;
    private int day = 2;

    ScreensChapter(
            Stage stage,
            Browsing browsing,
            SellingDeskWalk desk,
            MemberWalk member,
            Path pictures) {
        this.stage = stage;
        this.browsing = browsing;
        this.desk = desk;
        this.member = member;
        this.pictures = pictures;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("every console screen, zh and en, and some of them dark", this::console),
                new Step("no member screen is wider than a phone, zh and en", this::phone),
                new Step("elder mode keeps its numbers on every member screen", this::elder),
                new Step("a page that breaks the elder rules is found out", this::control),
                new Step("no screen reported an error", this::faults));
    }

    private String console() {
        int before = taken;
        for (String language : LANGUAGES) {
            Map<String, String> screens = consoleScreens();
            try (Window window = desk.console(Browsing.Look.desk(language, "light"))) {
                screens.forEach((name, path) -> shoot(window, path, "console-" + name, language));
            }
            try (Window window = desk.console(Browsing.Look.desk(language, "dark"))) {
                for (String name : List.of("home", "board", "rule", "clubs", "mall")) {
                    String path = screens.getOrDefault(name, "/");
                    shoot(window, path, "console-" + name + "-dark", language);
                }
            }
            try (Window window =
                    browsing.open(
                            stage.platform().url(), Browsing.Look.desk(language, "light"), "")) {
                shoot(window, "/console/", "console-sign-in", language);
            }
        }
        return (taken - before) + " pictures";
    }

    private Map<String, String> consoleScreens() {
        String run = SellingChapter.theTrip(stage).runId();
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("home", "/");
        paths.put("figure", "/figures/tickets_sold");
        paths.put("till", "/till");
        paths.put("trains", "/trains");
        paths.put("import", "/trains/import");
        paths.put("release", "/release");
        paths.put("board", "/release/" + run);
        paths.put("plan", "/release/" + run + "/plan");
        paths.put("orders", "/orders");
        paths.put("order", "/orders/" + first("/v1/orders"));
        paths.put("park", "/park");
        paths.put("gate", "/gate");
        paths.put("members", "/members");
        paths.put("member", "/members/" + stage.elder().id());
        paths.put("member-points", "/members/" + stage.elder().id() + "?tab=points");
        paths.put("rules", "/rules");
        paths.put("rule", "/rules/" + first("/v1/earning-rules", "code"));
        paths.put("rule-new", "/rules/new");
        paths.put("clubs", "/clubs");
        paths.put("coupons", "/coupons");
        paths.put("coupon", "/coupons/" + first("/v1/coupon-campaigns"));
        paths.put("coupon-new", "/coupons/new");
        paths.put("simulator", "/coupons/simulator");
        paths.put("mall", "/mall");
        for (String name :
                List.of("passes", "auctions", "games", "desk", "cards", "books", "imports")) {
            paths.put(name, "/" + name);
        }
        paths.put("partners", "/partners");
        paths.put("partner", "/partners/" + first("/v1/partners", "code"));
        paths.put("presets", "/presets");
        paths.put("preset", "/presets/rail-12306");
        paths.put("referral", "/referral");
        paths.put("referral-new", "/referral/new");
        paths.put("referral-reviews", "/referral/reviews");
        paths.put("referral-campaign", "/referral/" + first("/v1/referral-campaigns"));
        paths.put("segments", "/segments");
        paths.put("segment", "/segments/" + first("/v1/segments"));
        paths.put("segment-new", "/segments/new");
        paths.put("tags", "/tags");
        paths.put("playbooks", "/playbooks");
        paths.put("playbook-launches", "/playbooks?tab=running");
        paths.put("experiments", "/experiments");
        paths.put("journeys", "/journeys");
        paths.put("journey-new", "/journeys/new");
        paths.put("journey", "/journeys/" + first("/v1/campaign-journeys"));
        paths.put("messages", "/messages");
        paths.put("audit", "/audit");
        paths.put("jobs", "/jobs");
        paths.put("staff", "/staff");
        paths.put("clients", "/api-clients");
        paths.replaceAll((name, path) -> "/console" + path);
        return paths;
    }

    private String first(String list) {
        return first(list, "id");
    }

    private String first(String list, String field) {
        return Stage.items(stage.staff().get(list).body()).getFirst().path(field).asString();
    }

    private String phone() {
        List<String> wide = new ArrayList<>();
        int screens =
                members(
                        false,
                        window -> {
                            int sideways = ElderRules.sideways(window.page());
                            if (sideways > 0) {
                                wide.add(window.page().url() + " by " + sideways);
                            }
                        });
        assertThat(wide).as("screens that scroll sideways").isEmpty();
        return screens + " screens";
    }

    private String elder() {
        List<String> broken = new ArrayList<>();
        int screens =
                members(
                        true,
                        window -> {
                            String screen =
                                    window.page().url().replaceFirst("^.*/app([^?]*).*", "$1");
                            ElderRules.broken(window.page())
                                    .forEach(rule -> broken.add(screen + " " + rule));
                            open(window, screen)
                                    .forEach(rule -> broken.add(screen + " drawer: " + rule));
                            if (!window.named(AriaRole.LINK, Pattern.compile("找人帮忙|Ask a person"))
                                    .isVisible()) {
                                broken.add(screen + " has no way to a person");
                            }
                        });
        assertThat(broken.stream().distinct()).as("broken rules").isEmpty();
        return screens + " screens";
    }

    /** What the drawer of a screen breaks: the list of cities, a reason. */
    private static List<String> open(Window window, String screen) {
        Pattern opener =
                switch (screen) {
                    case "/search" -> Pattern.compile("^(出发|From): ");
                    case "/benefits" -> Pattern.compile("^(为什么：|Why: )");
                    default -> null;
                };
        if (opener == null || !window.named(AriaRole.BUTTON, opener).isVisible()) {
            return List.of();
        }
        window.named(AriaRole.BUTTON, opener).click();
        window.role(AriaRole.DIALOG).waitFor();
        window.settle();
        List<String> broken = ElderRules.broken(window.page());
        window.page().keyboard().press("Escape");
        return broken;
    }

    /** Negative control: text of 12 px in grey on grey, a link of one line, a table too wide. */
    private String control() {
        try (Window window =
                browsing.open(stage.platform().url(), Browsing.Look.phone("en", true), "")) {
            window.page()
                    .setContent(
                            """
                            <body style="font-size:16px;background:#fff">
                            <p style="font-size:12px;line-height:1.1;color:#999;background:#eee">small and pale</p>
                            <a href="#">narrow</a><div style="width:900px">wide</div>\
                            """);
            List<String> broken = ElderRules.broken(window.page());
            for (String rule :
                    List.of(
                            "body text",
                            "text of 12",
                            "contrast of",
                            "line of",
                            "target of",
                            "sideways by",
                            "200 %")) {
                assertThat(broken).as(rule).anyMatch(finding -> finding.contains(rule));
            }
            return broken.size() + " findings";
        }
    }

    private String faults() {
        assertThat(browsing.faults().stream().distinct()).isEmpty();
        return taken + " pictures in " + pictures.getFileName();
    }

    /** Walks all member screens in both languages; how many there were. */
    private int members(boolean elder, Consumer<Window> look) {
        int before = taken;
        String mode = elder ? "-elder" : "";
        for (String language : LANGUAGES) {
            Browsing.Look how = Browsing.Look.phone(language, elder);
            try (Window window = browsing.open(stage.platform().url(), how, "")) {
                for (String name : List.of("sign-in", "register")) {
                    shoot(window, "/app/" + name, "app-" + name + mode, language);
                    look.accept(window);
                }
            }
            try (Window window =
                    browsing.open(stage.platform().url(), how, member.walked().session())) {
                memberScreens()
                        .forEach((name, path) -> {
                            shoot(window, path, "app-" + name + mode, language);
                            look.accept(window);
                        });
                book(window, mode, language, look);
            }
            day++;
        }
        return taken - before;
    }

    /** The two screens that no address opens: who travels, and a hold that runs out. */
    private void book(Window window, String mode, String language, Consumer<Window> look) {
        window.go(results());
        window.role(AriaRole.ARTICLE).getByRole(AriaRole.LINK).first().click();
        window.settle();
        take(window, "app-book" + mode, language);
        look.accept(window);
        window.press(language.equals("zh") ? "提交订单" : "Place order");
        window.role(AriaRole.TIMER).waitFor();
        window.settle();
        take(window, "app-held" + mode, language);
        look.accept(window);
    }

    private Map<String, String> memberScreens() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("home", "/app/");
        paths.put("trips", "/app/trips");
        paths.put("code", "/app/code");
        paths.put("points", "/app/points");
        paths.put("claims", "/app/claims");
        paths.put("benefits", "/app/benefits");
        paths.put("mine", "/app/mine");
        for (String name :
                List.of("family", "invite", "convert", "park", "passes", "auctions", "games")) {
            paths.put(name, "/app/" + name);
        }
        paths.put("search", "/app/search");
        paths.put("results", results());
        paths.put("order", member.walked().orderPath());
        paths.put("ticket", member.walked().ticketPath());
        return paths;
    }

    private String results() {
        return "/app/search?from=HGG&to=CAN&group=general&fromZh=黄冈&fromEn=Huanggang&toZh=广州&toEn=Guangzhou&date="
                + stage.today().plusDays(day);
    }

    private void shoot(Window window, String path, String name, String language) {
        window.go(path);
        take(window, name, language);
    }

    private void take(Window window, String name, String language) {
        window.picture(pictures.resolve(name + "-" + language + ".png"));
        taken++;
    }
}
