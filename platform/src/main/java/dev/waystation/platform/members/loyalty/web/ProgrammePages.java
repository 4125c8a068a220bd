package dev.waystation.platform.members.loyalty.web;

import dev.waystation.condition.Attribute;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.EarningWords;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.usecase.Programmes;
import dev.waystation.platform.members.loyalty.usecase.SimulateClub;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Programmes with the words of their rules, and their clubs. */
@RestController
class ProgrammePages {

    /** A code with its name. */
    record Named(String code, Said name) {}

    /** Something a rule's condition may look at. */
    record Word(String name, Said label, String type, List<String> operators, List<Named> values) {}

    /** A programme as the rule editor needs it. */
    record ProgrammeView(
            String code,
            Said name,
            Programme.RoundingMode rounding,
            Programme.RoundingLevel level,
            long minorPer100Points,
            List<Programme.Group> groups,
            List<Said> limits,
            List<Programme.SpecialDay> days,
            List<Named> triggers,
            List<Word> words,
            List<Club> clubs) {}

    /** The tiers a club would have. */
    record TiersRequest(List<Club.Level> tiers) {}

    private final Programmes programmes;
    private final SimulateClub.Start simulate;

    ProgrammePages(Programmes programmes, SimulateClub.Start simulate) {
        this.programmes = programmes;
        this.simulate = simulate;
    }

    @GetMapping("/v1/earning-programmes")
    @Permission("rules.read")
    Page<ProgrammeView> all() {
        return Page.last(programmes.all().stream().map(ProgrammePages::view).toList());
    }

    @PostMapping("/v1/clubs/{code}:simulate")
    @Permission("rules.read")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView simulate(@PathVariable String code, @RequestBody TiersRequest body) {
        return simulate.handle(code, body.tiers());
    }

    @GetMapping("/v1/clubs/{code}/tiers")
    @Permission("rules.read")
    ResponseEntity<Club> club(@PathVariable String code) {
        return tagged(programmes.club(code));
    }

    @PutMapping("/v1/clubs/{code}/tiers")
    @Permission("rules.publish")
    ResponseEntity<Club> publish(
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TiersRequest body) {
        Versions.requireIfGiven(ifMatch, tag(programmes.club(code)));
        return tagged(simulate.publish(code, body.tiers()));
    }

    private static ResponseEntity<Club> tagged(Club club) {
        return ResponseEntity.ok().header(HttpHeaders.ETAG, tag(club)).body(club);
    }

    private static String tag(Club club) {
        return Versions.tagOf(club.tiers());
    }

    private static ProgrammeView view(Programme programme) {
        return new ProgrammeView(
                programme.code(),
                programme.name(),
                programme.rounding(),
                programme.level(),
                programme.minorPer100Points(),
                programme.groups(),
                programme.limits().stream().map(limit -> limit.said()).toList(),
                programme.days(),
                EarningWords.TRIGGERS.entrySet().stream()
                        .map(each -> new Named(each.getKey(), each.getValue()))
                        .toList(),
                programme.words().all().stream().map(ProgrammePages::word).toList(),
                programme.clubs());
    }

    private static Word word(Attribute attribute) {
        return new Word(
                attribute.name(),
                new Said(attribute.label().zh(), attribute.label().en()),
                attribute.kind().name(),
                attribute.kind().operators(),
                attribute.values().stream()
                        .map(value ->
                                new Named(
                                        value.code(),
                                        new Said(value.label().zh(), value.label().en())))
                        .toList());
    }
}
