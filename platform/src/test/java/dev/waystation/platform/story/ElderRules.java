package dev.waystation.platform.story;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of the elder standard, measured on a page as it is painted: text of 18 px and more on
 * a ground of 20, contrast of 4.5 to 1 and more, targets of 60 by 60 and more, nothing to scroll
 * sideways at the normal size and at twice the size.
 */
final class ElderRules {

    private static final String MEASURE =
            """
            () => {
              const findings = [];
              const say = (what, element) => {
                const words = (element.innerText || element.value || element.ariaLabel || '');
                findings.push(`${what}: <${element.tagName.toLowerCase()} class="${element.className}"> `
                  + words.trim().slice(0, 24));
              };
              const shown = element => {
                const style = getComputedStyle(element);
                return element.getClientRects().length > 0
                  && style.visibility === 'visible' && !element.closest('dialog:not([open])');
              };
              const colour = text => {
                const numbers = (text.match(/[\\d.]+/g) || []).map(Number);
                if (text.startsWith('color(srgb')) {
                  return [...numbers.slice(0, 3).map(n => n * 255), numbers[3] ?? 1];
                }
                return numbers.length < 3 ? [0, 0, 0, 0] : [...numbers.slice(0, 3), numbers[3] ?? 1];
              };
              const over = (top, below) =>
                [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
              const ground = element => {
                const layers = [];
                for (let e = element; e; e = e.parentElement) {
                  layers.push(colour(getComputedStyle(e).backgroundColor));
                  if (layers.at(-1)[3] === 1) break;
                }
                return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
              };
              const light = c => {
                const [r, g, b] = c.slice(0, 3).map(n => n / 255)
                  .map(n => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const contrast = (a, b) => {
                const [x, y] = [light(a), light(b)];
                return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
              };
              const text = (element, style) => {
                const size = parseFloat(style.fontSize);
                if (size < 18) say(`text of ${size} px`, element);
                const below = ground(element);
                const ratio = contrast(over(colour(style.color), below), below);
                if (ratio < 4.5) say(`contrast of ${ratio.toFixed(2)}`, element);
              };
              const line = (element, style) => {
                const lines = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
                // A list of choices has one line, which browsers draw themselves.
                if (!(lines >= 1.295) && element.tagName !== 'SELECT') {
                  say(`line of ${style.lineHeight} at ${style.fontSize}`, element);
                }
              };
              if (parseFloat(getComputedStyle(document.body).fontSize) < 20) {
                findings.push('body text below 20 px');
              }
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const seen = new Set();
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const element = node.parentElement;
                if (!node.data.trim() || seen.has(element) || element.closest('script, style, noscript')) continue;
                seen.add(element);
                if (shown(element)) {
                  text(element, getComputedStyle(element));
                  line(element, getComputedStyle(element));
                }
              }
              for (const field of document.querySelectorAll('input, select, textarea')) {
                if (!shown(field) || ['checkbox', 'radio', 'hidden', 'file'].includes(field.type)) continue;
                text(field, getComputedStyle(field));
                line(field, getComputedStyle(field));
                // A hint stands on the line of its field; browsers let nobody set another.
                if (field.placeholder && !field.value) text(field, getComputedStyle(field, '::placeholder'));
              }
              return findings;
            }
            """;

    private static final String TARGETS =
            """
            least => [...document.querySelectorAll(
                'a[href], button, input, select, textarea, summary, [role=button], [role=switch]')]
              .filter(target => target.getClientRects().length > 0 && target.type !== 'hidden'
                && getComputedStyle(target).visibility === 'visible'
                && !target.closest('dialog:not([open])'))
              .map(target => [target, (['checkbox', 'radio'].includes(target.type)
                ? target.closest('label') ?? target : target).getBoundingClientRect()])
              .filter(([, box]) => box.width < least - 0.5 || box.height < least - 0.5)
              .map(([target, box]) =>
                `target of ${Math.round(box.width)} by ${Math.round(box.height)}: `
                  + `<${target.tagName.toLowerCase()} class="${target.className}"> `
                  + (target.innerText || target.ariaLabel || '').trim().slice(0, 24))
            """;

    /** Nothing opens by itself, nothing moves, nothing leads out of the app but a call. */
    private static final String INDUCING =
            """
            () => [
              ...[...document.querySelectorAll('dialog[open], iframe, marquee, video[autoplay]')]
                .map(e => `opens by itself: ${e.tagName}`),
              ...[...document.querySelectorAll('a[href]')]
                .filter(a => a.protocol !== 'tel:' && a.origin !== location.origin)
                .map(a => `leads away: ${a.href}`),
              ...document.getAnimations().filter(a => a.effect?.getTiming().iterations === Infinity)
                .map(a => `moves for ever: ${a.animationName ?? ''}`),
            ]
            """;

    private static final int TWICE = 2;
    private static final int TARGET = 60;

    private ElderRules() {}

    /** What breaks a rule on this page at any size of letters; empty on a good one. */
    static List<String> painted(Page page) {
        List<String> findings = texts(page.evaluate(MEASURE));
        findings.addAll(small(page, TARGET));
        if (sideways(page) > 0) {
            findings.add("scrolls sideways by " + sideways(page));
        }
        return findings;
    }

    /** Targets smaller than so many pixels either way. */
    static List<String> small(Page page, int least) {
        return texts(page.evaluate(TARGETS, least));
    }

    /** What presses itself upon people. */
    static List<String> inducing(Page page) {
        return texts(page.evaluate(INDUCING));
    }

    private static List<String> texts(Object found) {
        List<String> texts = new ArrayList<>();
        ((List<?>) found).forEach(each -> texts.add(each.toString()));
        return texts;
    }

    /** What breaks a rule on this page, also at twice the size; empty on a good one. */
    static List<String> broken(Page page) {
        List<String> findings = painted(page);
        int width = page.viewportSize().width;
        int height = page.viewportSize().height;
        page.setViewportSize(width / TWICE, height / TWICE);
        if (sideways(page) > 0) {
            findings.add("scrolls sideways by " + sideways(page) + " at 200 %: " + widest(page));
        }
        page.setViewportSize(width, height);
        return findings;
    }

    private static String widest(Page page) {
        return String.valueOf(
                page.evaluate(
                        """
                        () => [...document.querySelectorAll('body *')]
                          .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
                          .map(e => `${e.tagName.toLowerCase()}.${e.className}`).slice(-3).join(' ')
                        """));
    }

    /** By how many pixels a page is wider than its window. */
    static int sideways(Page page) {
        return ((Number)
                        page.evaluate(
                                "() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"))
                .intValue();
    }
}
