import java.io.Console;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays simulated hours on a running demo: signs in, starts the job, shows its progress until it ends. */
final class PlayADay {

    private static final CookieManager COOKIES = new CookieManager();
    private static final HttpClient HTTP = HttpClient.newBuilder().cookieHandler(COOKIES).build();
    private static String base = "";

    public static void main(String[] args) throws Exception {
        base = "http://localhost:" + args[0];
        if (send("GET", "/v1/world", null).statusCode() != 200) {
            end("no demo answers at " + base, "start one with ./way demo, or name its port with --port");
        }
        signIn(Path.of(args[2]));
        HttpResponse<String> started = send("POST", "/v1/world/play", "{\"hours\":" + args[1] + "}");
        if (started.statusCode() != 202) {
            end("playing was refused: " + started.body(), "only a demo can be played");
        }
        String job = field(started.body(), "id");
        while (true) {
            String state = send("GET", "/v1/jobs/" + job, null).body();
            System.out.printf("\r%s %s of %s steps   ", field(state, "state"), field(state, "done"), field(state, "total"));
            if (field(state, "state").matches("done|failed|cancelled|partial")) {
                System.out.printf("%n%s%n", state);
                System.exit(field(state, "state").equals("done") ? 0 : 1);
            }
            Thread.sleep(500);
        }
    }

    /** By the first password as long as nobody changed it, then the environment's, then by asking. */
    private static void signIn(Path firstPassword) throws Exception {
        String given = System.getenv("WAYSTATION_PASSWORD");
        if (Files.isReadable(firstPassword) && accepted(Files.readString(firstPassword).strip())
                || given != null && accepted(given)) {
            return;
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            end(
                    given == null ? "no password of admin is known" : "WAYSTATION_PASSWORD was not accepted",
                    "name the demo's folder with --data, or set WAYSTATION_PASSWORD to the present password");
        }
        if (!accepted(new String(console.readPassword("password of admin: ")))) {
            end("the password was not accepted", "take the one that ./way demo printed, or the one you set since");
        }
    }

    private static boolean accepted(String password) throws Exception {
        String typed = password.replace("\\", "\\\\").replace("\"", "\\\"");
        HttpResponse<String> answer = send("POST", "/v1/session", "{\"login\":\"admin\",\"password\":\"" + typed + "\"}");
        if (answer.statusCode() == 429) {
            end("signing in is locked after too many attempts", "wait " + answer.headers().firstValue("Retry-After").orElse("900") + " seconds");
        }
        return answer.statusCode() < 300;
    }

    private static HttpResponse<String> send(String method, String path, String json) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
        if (json != null) {
            request.header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString());
            COOKIES.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        try {
            return HTTP.send(
                    request.method(method, json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (java.net.ConnectException e) {
            end("nothing answers at " + base, "start a demo with ./way demo, or name its port with --port");
            throw e;
        }
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    private static void end(String what, String remedy) {
        System.err.println("✗ " + what + "\n  → " + remedy);
        System.exit(1);
    }
}
