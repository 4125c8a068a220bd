package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.waystation.testkit.Capability;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The elder standard, number by number, in a real browser on a running platform. */
class ElderModeIT extends PhoneStory {

    /** What a phone with a voice would say; a machine without one says nothing. */
    private static final String VOICE =
            """
            window.said = [];
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            Object.defineProperty(window, 'speechSynthesis', { value: {
              speak: it => window.said.push([it.lang, it.text]), cancel: () => undefined } });
            """;

    @Test
    @Capability("X33")
    void elderModeIsOfferedOnceFromSixtyOnAndStaysChosen() {
        try (Window young = phones.signedIn(Phones.YOUNG, false)) {
            young.go("/app/").settle();
            assertThat(young.page().locator(".m-offer").count()).isZero();
        }
        try (Window phone = phones.signedIn(Phones.ELDER, false)) {
            phone.go("/app/").see("要不要用敬老版");
            phone.press("不用了");
            Phones.reload(phone);
            assertThat(phone.page().locator(".m-offer").count()).as("asked once").isZero();
            phone.press("敬老版");
            Phones.reload(phone);
            assertThat(phone.page().locator("html").getAttribute("data-elder")).isEqualTo("on");
            assertThat(phone.page().locator(".m-elder-cards a").count()).isBetween(4, 6);
            phone.press("普通版");
            Phones.reload(phone);
            assertThat(phone.page().locator("html").getAttribute("data-elder")).isEqualTo("off");
        }
        try (Window phone = phones.signedIn(Phones.ELDER, false)) {
            phone.go("/app/").press("换成敬老版");
            phone.see("普通版");
        }
    }

    @Test
    @Capability("X33")
    void lettersGoUpToThirtyPixelsAndEveryNumberOfTheStandardHoldsAtEachSize() {
        List<String> broken = new ArrayList<>();
        try (Window phone = phones.signedIn(Phones.ELDER, true)) {
            for (String size : List.of("大", "更大", "最大")) {
                phone.go("/app/").press(size);
                for (String path : screens()) {
                    phone.go(path);
                    ElderRules.painted(phone.page())
                            .forEach(each -> broken.add(size + " " + path + " " + each));
                }
            }
            assertThat(phone.page().evaluate("() => getComputedStyle(document.body).fontSize"))
                    .isEqualTo("30px");
        }
        assertThat(broken.stream().distinct()).isEmpty();
    }

    @Test
    @Capability("X33")
    void outsideElderModeEveryTargetIsFortyFourPixelsAndNothingPopsUpOrLeadsAway() {
        List<String> broken = new ArrayList<>();
        try (Window phone = phones.signedIn(Phones.YOUNG, false)) {
            for (String path : screens()) {
                phone.go(path);
                ElderRules.small(phone.page(), 44).forEach(each -> broken.add(path + " " + each));
                ElderRules.inducing(phone.page()).forEach(each -> broken.add(path + " " + each));
            }
            phone.page()
                    .evaluate(
                            """
                            () => document.querySelector('.m-page').insertAdjacentHTML('beforeend',
                              '<a href="https://example.org/">ad</a><button style="width:20px">x</button>')
                            """);
            assertThat(ElderRules.small(phone.page(), 44)).as("the control").isNotEmpty();
            assertThat(ElderRules.inducing(phone.page())).as("the control").isNotEmpty();
        }
        assertThat(broken.stream().distinct()).isEmpty();
    }

    @Test
    @Capability("X33")
    void aVoiceReadsTheScreenAndAPersonIsOneTapAway() {
        try (Window phone = phones.signedIn(Phones.ELDER, true)) {
            phone.page().context().addInitScript(VOICE);
            Phones.reload(phone);
            for (String path : List.of("/app/", "/app/benefits", "/app/points")) {
                phone.go(path).press("读给我听");
                List<?> said = (List<?>) phone.page().evaluate("() => window.said.at(-1)");
                assertThat(said.getFirst()).isEqualTo("zh-CN");
                assertThat(String.valueOf(said.getLast()))
                        .contains(phone.page().locator("h1").first().innerText());
                assertThat(phone.named(AriaRole.LINK, Pattern.compile("找人帮忙")).getAttribute("href"))
                        .isEqualTo("tel:4000000000");
            }
        }
    }

    @Test
    @Capability("X33")
    void everyScreenAndEveryActionOfTheAppIsReachedInElderModeToo() {
        Set<String> standard;
        Set<String> elder;
        try (Window phone = phones.signedIn(Phones.YOUNG, false)) {
            standard = features(phone);
        }
        try (Window phone = phones.signedIn(Phones.YOUNG, true)) {
            elder = features(phone);
        }
        standard.removeIf(each -> each.contains("敬老版"));
        assertThat(standard).hasSizeGreaterThan(30);
        assertThat(elder).containsAll(standard);
    }

    /** The names of all links and buttons of all screens that links lead to from the home page. */
    private static Set<String> features(Window phone) {
        Set<String> names = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/app/"));
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            if (!seen.add(path.replaceFirst("\\?.*", ""))) {
                continue;
            }
            phone.go(path);
            names.add(path.replaceFirst("\\?.*", ""));
            for (Object each :
                    (List<?>)
                            phone.page()
                                    .evaluate(
                                            """
                                            () => [...document.querySelectorAll('a[href], button')]
                                              .map(e => [e.getAttribute('href') ?? '',
                                                (e.ariaLabel || e.innerText).replace(/[^\\p{L}]+/gu, '')])
                                            """)) {
                List<?> found = (List<?>) each;
                String to = String.valueOf(found.getFirst());
                names.add(String.valueOf(found.getLast()));
                if (to.startsWith("/app") && !to.contains("_")) {
                    open.add(to);
                }
            }
        }
        return names;
    }

    private static List<String> screens() {
        return List.of(
                "/app/",
                "/app/trips",
                "/app/code",
                "/app/benefits",
                "/app/points",
                "/app/claims",
                "/app/mine",
                "/app/family",
                "/app/convert",
                "/app/park",
                "/app/passes",
                "/app/auctions",
                "/app/games",
                "/app/invite",
                "/app/search");
    }
}
