package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The ticket of the browser's member at the gate, and what staff see of her afterwards. */
final class MemberDeskWalk implements Chapter {

    private final Stage stage;
    private final SellingDeskWalk desk;
    private final MemberWalk member;

    MemberDeskWalk(Stage stage, SellingDeskWalk desk, MemberWalk member) {
        this.stage = stage;
        this.desk = desk;
        this.member = member;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("the gate screen checks her code in, once", this::gate),
                new Step("member 360: timeline, and why on points, tier, tag, segment", this::view),
                new Step("the segment builder counts as conditions are written", this::segment),
                new Step("the journey shows its counters, the outbox the message", this::journey),
                new Step("play a day moves the figures of the home page", this::play));
    }

    private String gate() {
        Trip trip = stage.trip("HGG", "CAN", member.walked().date());
        String code = member.walked().code();
        stage.moveTo(trip.departs().minus(Duration.ofMinutes(20)));
        try (Window gate = desk.console()) {
            gate.go("/console/gate?station=" + trip.station());
            scan(gate, code);
            gate.see("Admit");
            scan(gate, code);
            gate.see("ALREADY_CHECKED_IN");
            return gate.role(AriaRole.STATUS).first().innerText().replaceAll("\\s+", " ");
        }
    }

    private static void scan(Window gate, String code) {
        gate.fill("Scan or type a ticket code", code);
        gate.labelled("Scan or type a ticket code").press("Enter");
        gate.settle();
    }

    private String view() {
        stage.moveTo(stage.now().plus(Duration.ofHours(6)));
        try (Window desk = this.desk.console()) {
            Stage.await("her message", () -> timeline().contains("message"));
            find(desk);
            desk.named(AriaRole.LIST, "Timeline").waitFor();
            int happened = desk.page().locator("ol[aria-label=Timeline] > li").count();
            assertThat(happened).isGreaterThan(5);
            String points = desk.why(Pattern.compile("^Why: Points"));
            desk.why(Pattern.compile("^Why: Tier"));
            desk.why(Pattern.compile("^Why: Tags"));
            desk.why(Pattern.compile("^Why: Segments"));
            return happened + " lines; " + points;
        }
    }

    private void find(Window desk) {
        desk.go("/console/").follow("Members");
        desk.fill("Name, pinyin, phone or last four, document, member number", MemberWalk.PHONE);
        desk.labelled("Name, pinyin, phone or last four, document, member number").press("Enter");
        desk.settle();
        desk.role(AriaRole.ROW).nth(1).click();
        desk.settle();
    }

    private String timeline() {
        return stage.staff()
                .get("/v1/members/" + member.walked().memberId() + "/timeline?limit=100")
                .body()
                .toString();
    }

    private String segment() {
        try (Window desk = this.desk.console()) {
            desk.go("/console/").follow("Segments").follow("New segment");
            desk.press("plus Behaviour");
            desk.settle();
            String once = selected(desk);
            String sentence = desk.page().locator(".w-sentence").first().innerText();
            desk.fill("times", "3");
            desk.labelled("times").press("Tab");
            Stage.await("another count", () -> !selected(desk.settle()).equals(once));
            return once + ", then " + selected(desk) + ": " + sentence;
        }
    }

    private static String selected(Window desk) {
        return desk.page().locator(".big-figure").innerText().replaceAll("\\s+", " ");
    }

    private String journey() {
        try (Window desk = this.desk.console()) {
            desk.go("/console/").follow("Journeys");
            desk.role(AriaRole.ROW).nth(1).waitFor();
            desk.role(AriaRole.ROW).nth(1).click();
            desk.settle();
            Locator graph = desk.named(AriaRole.REGION, "Journey graph");
            assertThat(graph.innerText()).contains("entered");
            desk.follow("Outbox");
            desk.role(AriaRole.ROW).nth(1).waitFor();
            int messages = desk.role(AriaRole.ROW).count() - 1;
            assertThat(messages).isPositive();
            String why = desk.why(Pattern.compile("^Why: Fate"));
            return messages + " messages; " + why;
        }
    }

    private String play() {
        try (Window desk = this.desk.console()) {
            desk.go("/console/");
            String before = figures(desk);
            desk.press("Play a day");
            desk.named(AriaRole.BUTTON, Pattern.compile("Playing")).waitFor();
            Stage.await(
                    "the day to end",
                    () -> desk.named(AriaRole.BUTTON, Pattern.compile("Play a day")).isVisible());
            Stage.await("other figures", () -> !figures(desk.settle()).equals(before));
            return before + " became " + figures(desk);
        }
    }

    private static String figures(Window desk) {
        return String.join(" · ", desk.page().locator("main .w-figure-value").allInnerTexts());
    }
}
