package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Selling and members without a mouse: every screen is reached, walked and left by keys alone. */
final class KeyboardChapter implements Chapter {

    private static final List<String> SCREENS =
            List.of(
                    "Timetable",
                    "Release board",
                    "Orders",
                    "Park",
                    "Gate",
                    "Members",
                    "Earning rules",
                    "Tiers",
                    "Coupons",
                    "Reward mall");

    private static final int MOST_STOPS = 40;

    /** What the keyboard stands on: in the page or not, seen or not, and what it is called. */
    private static final String STANDS_ON =
            """
            () => {
              const seen = at => {
                const style = getComputedStyle(at);
                return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
                  || style.boxShadow !== 'none';
              };
              const on = document.activeElement ?? document.body;
              let ring = false;
              for (let at = on, up = 0; at && up < 4; at = at.parentElement, up++) {
                ring = ring || seen(at);
              }
              return { page: on.closest('main') !== null, ring,
                name: on.tagName + ' ' + on.className + ' ' + on.textContent.slice(0, 30) };
            }
            """;

    /** A closed search stays in the page, unseen. */
    private static final String NO_DIALOG =
            """
            () => [...document.querySelectorAll('[role=dialog]')]
              .every(dialog => dialog.getClientRects().length === 0)
            """;

    private final SellingDeskWalk desk;

    KeyboardChapter(SellingDeskWalk desk) {
        this.desk = desk;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("every selling and members screen is walked by keys alone", this::screens),
                new Step("a row opens with Enter and a drawer closes with Esc", this::rows),
                new Step("a control nobody can see the keyboard on is found out", this::control));
    }

    private String screens() {
        int stops = 0;
        List<String> unseen = new ArrayList<>();
        try (Window window = desk.console()) {
            window.go("/console/");
            for (String screen : SCREENS) {
                reach(window, screen);
                Set<String> walked = walk(window, unseen);
                assertThat(walked).as(screen + " has nothing a keyboard reaches").isNotEmpty();
                stops += walked.size();
                assertThat(deaf(window)).as(screen + " has rows only a mouse opens").isZero();
            }
        }
        assertThat(unseen.stream().distinct()).as("stops without a focus ring").isEmpty();
        return SCREENS.size() + " screens, " + stops + " stops";
    }

    private String rows() {
        try (Window window = desk.console()) {
            window.go("/console/");
            reach(window, "Members");
            Keyboard keys = window.page().keyboard();
            tabTo(window, "TR ");
            keys.press("Enter");
            window.page().waitForURL("**/console/members/mbr_*");
            window.settle();
            tabTo(window, "w-why");
            keys.press("Enter");
            window.role(AriaRole.DIALOG).last().waitFor();
            keys.press("Escape");
            window.page().waitForFunction(NO_DIALOG);
            return window.page().url().replaceFirst("^.*/console", "");
        }
    }

    /** Negative control: a button whose ring was taken away. */
    private String control() {
        try (Window window = desk.console()) {
            window.go("/console/");
            reach(window, "Orders");
            window.page()
                    .evaluate(
                            """
                            () => document.querySelector('main').insertAdjacentHTML('afterbegin',
                              '<button style="outline:none;box-shadow:none">dark</button>')
                            """);
            List<String> unseen = new ArrayList<>();
            walk(window, unseen);
            assertThat(unseen).anyMatch(stop -> stop.contains("dark"));
            return unseen.size() + " found";
        }
    }

    private static void reach(Window window, String screen) {
        Keyboard keys = window.page().keyboard();
        keys.press("Control+k");
        window.labelled("Search members, trains, orders, segments").waitFor();
        window.page()
                .waitForFunction("() => document.activeElement?.closest('[role=dialog]') !== null");
        keys.type(screen);
        window.settle();
        keys.press("Enter");
        window.page().waitForFunction(NO_DIALOG);
        window.settle();
    }

    /** Goes on by Tab until the page is left again, or long enough. */
    private static Set<String> walk(Window window, List<String> unseen) {
        Set<String> walked = new LinkedHashSet<>();
        for (int press = 0; press < MOST_STOPS * 2 && walked.size() < MOST_STOPS; press++) {
            window.page().keyboard().press("Tab");
            Map<?, ?> on = (Map<?, ?>) window.page().evaluate(STANDS_ON);
            if (Boolean.TRUE.equals(on.get("page"))) {
                String name = String.valueOf(on.get("name"));
                walked.add(name);
                if (!Boolean.TRUE.equals(on.get("ring"))) {
                    unseen.add(name);
                }
            } else if (!walked.isEmpty()) {
                break;
            }
        }
        return walked;
    }

    private static void tabTo(Window window, String part) {
        for (int press = 0; press < MOST_STOPS * 2; press++) {
            window.page().keyboard().press("Tab");
            Map<?, ?> on = (Map<?, ?>) window.page().evaluate(STANDS_ON);
            if (Boolean.TRUE.equals(on.get("page"))
                    && String.valueOf(on.get("name")).contains(part)) {
                return;
            }
        }
        throw new AssertionError("Tab never reaches " + part + " on " + window.page().url());
    }

    private static int deaf(Window window) {
        return (int)
                window.page()
                        .evaluate(
                                "() => [...document.querySelectorAll('main .is-openable')]"
                                        + ".filter(row => row.tabIndex < 0).length");
    }
}
