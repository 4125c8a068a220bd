package dev.waystation.platform.insight.prediction.web;

import dev.waystation.platform.engagement.audience.VisitHistories.Extent;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.insight.prediction.model.PredictionModel;
import dev.waystation.platform.insight.prediction.usecase.AskForScores;
import dev.waystation.platform.insight.prediction.usecase.AskForTraining;
import dev.waystation.platform.insight.prediction.usecase.PutInForce;
import dev.waystation.platform.insight.prediction.usecase.ShowModels;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Models that foretell what members do. */
@RestController
@RequestMapping("/v1/models")
class ModelController {

    private final ShowModels show;
    private final AskForTraining train;
    private final AskForScores score;
    private final PutInForce putInForce;

    ModelController(
            ShowModels show, AskForTraining train, AskForScores score, PutInForce putInForce) {
        this.show = show;
        this.train = train;
        this.score = score;
        this.putInForce = putInForce;
    }

    /** How many days ahead; without any, as many as the model usually looks. */
    record Training(@Nullable Integer days) {}

    /** The version that is to decide. */
    record Choice(int version) {}

    @GetMapping
    @Permission("segments.read")
    Page<ShowModels.View> models() {
        return Page.last(show.all());
    }

    /** Learns from the history, judges itself, takes force, scores everybody. */
    @PostMapping("/{code}:train")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView trainModel(@PathVariable String code, @RequestBody Training body, Caller caller) {
        PredictionModel model = model(code);
        Integer days = body.days();
        return switch (train.handle(
                new AskForTraining.Command(
                        model, days == null ? model.usualDays() : days, caller.key()))) {
            case AskForTraining.Outcome.Begun(JobView job) -> job;
            case AskForTraining.Outcome.TooLittle(var day, Extent known) ->
                    throw Refusal.of(
                            "MODEL_NEEDS_MORE",
                            HttpStatus.CONFLICT,
                            Map.of(
                                    "day",
                                    day.toString(),
                                    "members",
                                    known.members(),
                                    "returned",
                                    known.returned(),
                                    "came",
                                    known.came(),
                                    "away",
                                    known.members() - known.came()));
        };
    }

    @PostMapping("/{code}:score")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView scoreModel(@PathVariable String code) {
        return score.now(model(code))
                .orElseThrow(() ->
                        Refusal.of(
                                "MODEL_NOT_TRAINED", HttpStatus.CONFLICT, Map.of("model", code)));
    }

    /** Goes back to an earlier version, or forward again; everybody is scored by it. */
    @PostMapping("/{code}:use")
    @Permission("segments.write")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView useModel(@PathVariable String code, @RequestBody Choice body, Caller caller) {
        return putInForce
                .version(model(code), body.version(), caller.key())
                .orElseThrow(() -> Refusal.notFound(code + "/" + body.version()));
    }

    private static PredictionModel model(String code) {
        return PredictionModel.of(code).orElseThrow(() -> Refusal.notFound(code));
    }
}
