package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Long work ends while people look at something else; they are told, and told what came of it. */
class JobCentreIT extends DeskStory {

    /** A browser in which another tab is in front and notices are allowed. */
    private static final String ELSEWHERE =
            """
            window.notices = [];
            window.Notification = class {
              static permission = 'granted';
              constructor(title, { body }) { window.notices.push(title + ' | ' + body); }
            };
            Object.defineProperty(document, 'hidden', { get: () => true });
            Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
            """;

    /** Uploads a file, tries it and runs it, as the wizard does step by step. */
    private static final String IMPORT =
            """
            async csv => {
              const write = async (path, body) => {
                const token = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]);
                const answer = await fetch(path, { method: 'POST', body, headers: {
                  'X-XSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID() } });
                if (!answer.ok) throw new Error(path + ' ' + await answer.text());
                return answer.json();
              };
              const form = new FormData();
              form.append('file', new File([csv], 'members.csv'));
              const file = await write('/v1/imports?subject=members', form);
              await write(`/v1/imports/${file.id}:check`);
              for (let n = 0; n < 300; n++) {
                const now = await fetch(`/v1/imports/${file.id}`).then(r => r.json());
                if (now.state === 'checked') break;
                await new Promise(go => setTimeout(go, 100));
              }
              return write(`/v1/imports/${file.id}:run`);
            }
            """;

    @Test
    @Capability("X27")
    void theBellAndTheBrowserTellTheEndOfAJobAndThatOnlyAPartOfItWasDone() {
        String good = Documents.identityCard(LocalDate.of(1988, 5, 6), 321);
        String csv = "姓名,手机号,证件号码,城市\n周行,19900007701,%s,WUH\n王止,,,WUH\n".formatted(good);
        try (Window desk =
                browsing.open(stage.platform().url(), Browsing.Look.desk("en", "light"), "")) {
            desk.page().context().addInitScript(ELSEWHERE);
            desk.go("/console/").fill("Login", "admin");
            desk.fill("Password", stage.platform().password()).press("Sign in");
            desk.named(AriaRole.LINK, "Release board").waitFor();
            desk.go("/console/members");
            desk.named(AriaRole.BUTTON, Pattern.compile("^Jobs")).waitFor();
            Page page = desk.page();
            assertThat((List<?>) page.evaluate("() => window.notices")).isEmpty();

            Map<?, ?> job = (Map<?, ?>) page.evaluate(IMPORT, csv);

            Stage.await(
                    "the notice",
                    () ->
                            ((List<?>) page.evaluate("() => window.notices"))
                                    .stream()
                                            .anyMatch(each ->
                                                    each.toString().contains("Partly done")));
            assertThat(page.evaluate("() => window.notices.join()").toString())
                    .contains("File import: ended | Partly done");
            desk.see("1 new · 0 updated · 0 unchanged · 1 refused");
            desk.named(AriaRole.BUTTON, Pattern.compile("ended since you looked")).click();
            desk.see("All jobs");
            desk.go("/console/jobs").settle();
            assertThat(desk.main()).contains("File import", "Partly done", "1 refused");
            assertThat(String.valueOf(job.get("id"))).startsWith("job_");
            // Looked at, the bell is quiet again, also after the page was loaded anew.
            page.reload();
            desk.settle();
            assertThat(
                            desk.named(AriaRole.BUTTON, Pattern.compile("ended since you looked"))
                                    .count())
                    .isZero();
        }
    }
}
