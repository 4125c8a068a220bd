package dev.waystation.platform.engagement.playbook.web;

import dev.waystation.platform.engagement.playbook.model.Launch;
import dev.waystation.platform.engagement.playbook.model.Parameter;
import dev.waystation.platform.engagement.playbook.model.Playbook;
import dev.waystation.platform.engagement.playbook.model.PlaybookRefusal;
import dev.waystation.platform.engagement.playbook.usecase.LaunchPlaybook;
import dev.waystation.platform.engagement.playbook.usecase.PlaybookShelf;
import dev.waystation.platform.engagement.playbook.usecase.PreviewPlaybook;
import dev.waystation.platform.engagement.playbook.usecase.ShowLaunches;
import dev.waystation.platform.engagement.playbook.usecase.StopLaunch;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The gallery, and what runs. */
@RestController
class PlaybookController {

    private static final String PREFIX = "lch";

    private final PlaybookShelf shelf;
    private final PreviewPlaybook preview;
    private final LaunchPlaybook launch;
    private final StopLaunch stop;
    private final ShowLaunches show;

    PlaybookController(
            PlaybookShelf shelf,
            PreviewPlaybook preview,
            LaunchPlaybook launch,
            StopLaunch stop,
            ShowLaunches show) {
        this.shelf = shelf;
        this.preview = preview;
        this.launch = launch;
        this.stop = stop;
        this.show = show;
    }

    /** A playbook as the gallery shows it. */
    record PlaybookView(
            String code,
            Playbook.Group group,
            Said name,
            Playbook.Card card,
            Said title,
            Said body,
            String goalFact,
            List<Parameter> parameters) {}

    /** Values by the keys of parameters; those left out are as the book has them. */
    record PlaybookValues(Map<String, Object> values) {}

    /** A launch and what came of it so far. */
    record LaunchView(
            String id,
            String playbook,
            Said name,
            Map<String, Object> values,
            @Nullable String segment,
            String journey,
            @Nullable String trial,
            Instant launchedAt,
            @Nullable Instant stoppedAt,
            long entered,
            ShowLaunches.Arm control,
            ShowLaunches.Arm offer) {}

    @GetMapping("/v1/playbooks")
    @Permission("journeys.read")
    Page<PlaybookView> playbooks() {
        return Page.last(shelf.all().stream().map(PlaybookController::view).toList());
    }

    @PostMapping("/v1/playbooks/{code}:preview")
    @Permission("journeys.read")
    PreviewPlaybook.Preview previewPlaybook(
            @PathVariable String code, @RequestBody PlaybookValues body) {
        return preview.handle(code, body.values())
                .orElseThrow(() -> refusal(PlaybookRefusal.UNKNOWN_PLAYBOOK, List.of()));
    }

    @PostMapping("/v1/playbooks/{code}:launch")
    @Permission("journeys.write")
    @ResponseStatus(HttpStatus.CREATED)
    LaunchView launchPlaybook(
            @PathVariable String code, @RequestBody PlaybookValues body, Caller caller) {
        return switch (launch.handle(
                new LaunchPlaybook.Command(code, body.values(), caller.key()))) {
            case LaunchPlaybook.Outcome.Launched launched -> one(launched.launch().launchId());
            case LaunchPlaybook.Outcome.Refused no -> throw refusal(no.code(), no.problems());
        };
    }

    @GetMapping("/v1/playbook-launches")
    @Permission("journeys.read")
    Page<LaunchView> launches() {
        return Page.last(show.all().stream().map(this::view).toList());
    }

    @GetMapping("/v1/playbook-launches/{id}")
    @Permission("journeys.read")
    LaunchView launchOf(@PathVariable String id) {
        return one(PublicId.decode(PREFIX, id));
    }

    @PostMapping("/v1/playbook-launches/{id}:stop")
    @Permission("journeys.write")
    LaunchView stopLaunch(@PathVariable String id, Caller caller) {
        return stop.handle(PublicId.decode(PREFIX, id), caller.key())
                .map(stopped -> one(stopped.launchId()))
                .orElseThrow(() -> refusal(PlaybookRefusal.UNKNOWN_LAUNCH, List.of()));
    }

    private static PlaybookView view(Playbook book) {
        return new PlaybookView(
                book.code(),
                book.group(),
                book.name(),
                book.card(),
                book.message().title(),
                book.message().body(),
                book.goal().fact(),
                book.parameters());
    }

    private LaunchView one(long launchId) {
        return show.one(launchId)
                .map(this::view)
                .orElseThrow(() -> refusal(PlaybookRefusal.UNKNOWN_LAUNCH, List.of()));
    }

    private LaunchView view(ShowLaunches.Result result) {
        Launch it = result.launch();
        Long segment = it.segmentId();
        return new LaunchView(
                PublicId.encode(PREFIX, it.launchId()),
                it.playbook(),
                shelf.find(it.playbook())
                        .map(Playbook::name)
                        .orElseGet(() -> Said.same(it.playbook())),
                it.values(),
                segment == null ? null : PublicId.encode("seg", segment),
                PublicId.encode("jrn", it.journeyId()),
                it.trialKey(),
                it.launchedAt(),
                it.stoppedAt(),
                result.entered(),
                result.control(),
                result.offer());
    }

    private static RefusalProblem refusal(PlaybookRefusal code, List<String> problems) {
        HttpStatus status =
                switch (code) {
                    case UNKNOWN_PLAYBOOK, UNKNOWN_LAUNCH -> HttpStatus.NOT_FOUND;
                    case UNKNOWN_SEGMENT, PLAYBOOK_DOES_NOT_FIT -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return Refusal.of(
                code,
                status,
                Map.of("problems", problems, "first", problems.isEmpty() ? "" : problems.get(0)));
    }
}
