package dev.waystation.platform.engagement.journey.web;

import dev.waystation.platform.engagement.journey.model.JourneyRefusal;
import dev.waystation.platform.engagement.journey.usecase.DraftJourney;
import dev.waystation.platform.engagement.journey.usecase.KeepVersions;
import dev.waystation.platform.engagement.journey.usecase.MigrateEnrolments;
import dev.waystation.platform.engagement.journey.usecase.RehearseJourney;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Rehearsals, versions and migrations of journeys over HTTP. */
@RestController
class JourneyWorkController {

    private final RehearseJourney rehearse;
    private final KeepVersions versions;
    private final MigrateEnrolments migrate;

    JourneyWorkController(
            RehearseJourney rehearse, KeepVersions versions, MigrateEnrolments migrate) {
        this.rehearse = rehearse;
        this.versions = versions;
        this.migrate = migrate;
    }

    /** Whom, with which values of the trigger, and what will happen. */
    record Rehearsing(
            String member,
            @Nullable Map<String, String> entry,
            @Nullable List<RehearseJourney.Happening> happenings) {}

    /** From which version, which node to which. */
    record Migration(int fromVersion, Map<String, String> nodes, boolean trial) {}

    /** Which version to draw again. */
    record Restoring(int version) {}

    /** Which version is the draft now. */
    record Restored(String id, int version) {}

    @PostMapping("/v1/campaign-journeys/{id}:rehearse")
    @Permission("journeys.read")
    RehearseJourney.Rehearsal rehearse(@PathVariable String id, @RequestBody Rehearsing body) {
        Map<String, String> entry = body.entry();
        List<RehearseJourney.Happening> happenings = body.happenings();
        return rehearse.handle(
                        new RehearseJourney.Command(
                                PublicId.decode("jrn", id),
                                PublicId.decode("mbr", body.member()),
                                entry == null ? Map.of() : entry,
                                happenings == null ? List.of() : happenings))
                .orElseThrow(
                        () -> Refusal.of(JourneyRefusal.UNKNOWN_JOURNEY, HttpStatus.NOT_FOUND));
    }

    @GetMapping("/v1/campaign-journeys/{id}/versions")
    @Permission("journeys.read")
    Page<KeepVersions.VersionView> versions(@PathVariable String id) {
        return Page.last(versions.list(PublicId.decode("jrn", id)));
    }

    @PostMapping("/v1/campaign-journeys/{id}:restore")
    @Permission("journeys.write")
    Restored restore(@PathVariable String id, @RequestBody Restoring body) {
        return switch (versions.restore(PublicId.decode("jrn", id), body.version())) {
            case DraftJourney.Outcome.Kept _ -> new Restored(id, body.version());
            case DraftJourney.Outcome.Refused refused ->
                    throw Refusal.of(refused.code(), HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/v1/campaign-journeys/{id}:migrate")
    @Permission("journeys.write")
    MigrateEnrolments.Outcome.Moved migrate(@PathVariable String id, @RequestBody Migration body) {
        MigrateEnrolments.Command command =
                new MigrateEnrolments.Command(
                        PublicId.decode("jrn", id), body.fromVersion(), body.nodes(), body.trial());
        return switch (migrate.handle(command)) {
            case MigrateEnrolments.Outcome.Moved moved -> moved;
            case MigrateEnrolments.Outcome.HasGaps gaps ->
                    throw Refusal.of(
                            "MIGRATION_HAS_GAPS",
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            Map.of("count", gaps.gaps().size(), "gaps", gaps.gaps()));
            case MigrateEnrolments.Outcome.Unknown _ ->
                    throw Refusal.of(JourneyRefusal.UNKNOWN_JOURNEY, HttpStatus.NOT_FOUND);
        };
    }
}
