package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The platform starts, staff sign in, a timetable is imported and G1158 is released by plan. */
final class OpeningChapter implements Chapter {

    private final Stage stage;

    OpeningChapter(Stage stage) {
        this.stage = stage;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("the platform starts and seeds a small sample world", this::start),
                new Step("staff sign in; a wrong password is refused", this::signIn),
                new Step(
                        "a broken GTFS feed is reported by file, line and column, and loads nothing",
                        this::brokenFeed),
                new Step("the repaired feed loads; a train runs past midnight", this::repairedFeed),
                new Step("imported again, only the train that differs changes", this::nextEdition),
                new Step(
                        "G1158 is released by plan: its first leg opens a small share",
                        this::releasedByPlan));
    }

    private String start() {
        stage.open();
        return stage.platform().url();
    }

    private String signIn() {
        assertThat(signIn("wrong-password").status()).isEqualTo(401);
        Visitor.Answer session = signIn(stage.platform().password());
        assertThat(session.status()).isLessThan(300);
        return session.body().at("/caller/roles").toString();
    }

    private Visitor.Answer signIn(String password) {
        return stage.staff()
                .post(
                        "/v1/session",
                        "{\"login\":\"admin\",\"password\":\"%s\"}".formatted(password));
    }

    private String brokenFeed() {
        JsonNode report = load("nine");
        JsonNode problem = report.path("problems").path(0);
        assertThat(problem.path("file").asString()).isEqualTo("stop_times.txt");
        assertThat(problem.path("line").asInt()).isEqualTo(3);
        assertThat(problem.path("column").asString()).isEqualTo("arrival_time");
        assertThat(problem.path("value").asString()).isEqualTo("nine");
        assertThat(problem.at("/remedy/zh").asString("")).isNotBlank();
        assertThat(problem.at("/remedy/en").asString("")).isNotBlank();
        assertThat(trains()).isZero();
        return "stop_times.txt:3 arrival_time nine";
    }

    private String repairedFeed() {
        JsonNode summary = load("20:40:00").path("summary");
        assertThat(summary.path("new").asInt()).isEqualTo(2);
        assertThat(summary.path("triples").asInt()).isEqualTo(4);
        assertThat(trains()).isEqualTo(2);
        return summary.path("calls") + " calls, " + summary.path("triples") + " ways to travel";
    }

    private String nextEdition() {
        JsonNode summary = load("20:41:00").path("summary");
        assertThat(summary.path("new").asInt()).isZero();
        assertThat(summary.path("changed").asInt()).isEqualTo(1);
        assertThat(summary.path("unchanged").asInt()).isEqualTo(1);
        return "1 changed, 1 unchanged";
    }

    private String releasedByPlan() {
        Trip trip = stage.trip("HGG", "WUH", stage.today().plusDays(3));
        JsonNode board =
                stage.staff().get("/v1/runs/" + trip.runId() + "/board?class=second").body();
        JsonNode first = board.path("cells").path(0);
        assertThat(board.path("cells").size()).isGreaterThan(10);
        assertThat(first.path("available").asInt()).isLessThan(first.path("free").asInt());
        return "%s of %s free seats".formatted(first.path("available"), first.path("free"));
    }

    private int trains() {
        return stage.staff().get("/v1/trains?q=S900").body().path("items").size();
    }

    private JsonNode load(String arrival) {
        byte[] feed = new SmallFeed(stage.today()).edition(arrival);
        Visitor.Answer accepted = stage.staff().upload("/v1/timetable-imports", "feed.zip", feed);
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(202);
        String job = accepted.body().path("id").asString();
        stage.awaitJob(job);
        return stage.staff().get("/v1/timetable-imports/" + job).body();
    }
}
