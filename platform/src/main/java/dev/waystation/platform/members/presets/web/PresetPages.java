package dev.waystation.platform.members.presets.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.members.presets.PresetRefusal;
import dev.waystation.platform.members.presets.model.Adoption;
import dev.waystation.platform.members.presets.model.PartDiff;
import dev.waystation.platform.members.presets.usecase.AdoptPreset;
import dev.waystation.platform.members.presets.usecase.ShowPresets;
import dev.waystation.platform.operators.access.StaffNames;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Ready-made programmes: look, compare, adopt, take back. */
@RestController
class PresetPages {

    /** A programme on the shelf. */
    record PresetCard(
            String code,
            Said name,
            Said tagline,
            List<Said> points,
            boolean inForce,
            int changes) {}

    /** A programme with what it would change. */
    record PresetView(PresetCard preset, List<PartDiff> parts) {}

    /** Which subjects; all when null or empty. */
    record Choice(@Nullable Set<String> parts) {}

    record AdoptedView(String id, List<String> parts) {}

    /** A subject by its name. */
    record PartName(String code, Said name) {}

    record TakenBackView(List<String> parts, List<String> kept) {}

    /**
     * An adoption; {@code back} is what taking it back would change, none when it is taken back.
     */
    record AdoptionView(
            String id,
            String preset,
            Said name,
            Said by,
            Instant at,
            List<PartName> parts,
            boolean stands,
            @Nullable String takenBackBy,
            @Nullable Instant takenBackAt,
            List<PartDiff> back) {}

    private static final String PREFIX = "adp";

    private final ShowPresets show;
    private final AdoptPreset adopt;

    private final StaffNames staff;

    PresetPages(ShowPresets show, AdoptPreset adopt, StaffNames staff) {
        this.show = show;
        this.adopt = adopt;
        this.staff = staff;
    }

    @GetMapping("/v1/presets")
    @Permission("rules.read")
    Page<PresetCard> all() {
        return Page.last(show.all().stream().map(PresetPages::card).toList());
    }

    @GetMapping("/v1/presets/{code}")
    @Permission("rules.read")
    ResponseEntity<PresetView> one(@PathVariable String code) {
        ShowPresets.Shown shown = found(code);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, tag(shown))
                .body(new PresetView(card(shown), shown.parts()));
    }

    @PostMapping("/v1/presets/{code}:adopt")
    @Permission("rules.publish")
    AdoptedView adopt(
            Caller caller,
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Choice choice) {
        Versions.requireIfGiven(ifMatch, tag(found(code)));
        Set<String> parts = choice.parts();
        return switch (adopt.handle(code, parts == null ? Set.of() : parts, caller.key())) {
            case AdoptPreset.Outcome.Adopted(long id, List<String> changed) ->
                    new AdoptedView(PublicId.encode(PREFIX, id), changed);
            case AdoptPreset.Outcome.TakenBack _ -> throw new IllegalStateException(code);
            case AdoptPreset.Outcome.Refused(PresetRefusal no) -> throw refused(no);
        };
    }

    @GetMapping("/v1/preset-adoptions")
    @Permission("rules.read")
    Page<AdoptionView> adoptions() {
        List<ShowPresets.Shown> shelf = show.all();
        return Page.last(show.adoptions().stream().map(each -> view(each, shelf)).toList());
    }

    @PostMapping("/v1/preset-adoptions/{id}:take-back")
    @Permission("rules.publish")
    TakenBackView takeBack(Caller caller, @PathVariable String id) {
        return switch (adopt.takeBack(PublicId.decode(PREFIX, id), caller.key())) {
            case AdoptPreset.Outcome.TakenBack(List<String> parts, List<String> kept) ->
                    new TakenBackView(parts, kept);
            case AdoptPreset.Outcome.Adopted _ -> throw new IllegalStateException(id);
            case AdoptPreset.Outcome.Refused(PresetRefusal no) -> throw refused(no);
        };
    }

    private ShowPresets.Shown found(String code) {
        return show.find(code).orElseThrow(() -> refused(PresetRefusal.PRESET_NOT_FOUND));
    }

    private AdoptionView view(Adoption adoption, List<ShowPresets.Shown> shelf) {
        Said name =
                shelf.stream()
                        .filter(each -> each.preset().code().equals(adoption.preset()))
                        .map(each -> each.preset().name())
                        .findFirst()
                        .orElse(Said.same(adoption.preset()));
        return new AdoptionView(
                PublicId.encode(PREFIX, adoption.id()),
                adoption.preset(),
                name,
                by(adoption.by()),
                adoption.at(),
                adoption.after().keySet().stream()
                        .map(part -> new PartName(part, show.name(part)))
                        .toList(),
                adoption.stands(),
                adoption.takenBackBy(),
                adoption.takenBackAt(),
                adoption.stands() ? show.back(adoption) : List.of());
    }

    private Said by(String actor) {
        if (actor.matches("staff:\\d{1,18}")) {
            return Said.same(staff.name(Long.parseLong(actor.substring(6))).orElse(actor));
        }
        return actor.equals("demo") ? new Said("示例数据", "Sample data") : Said.same(actor);
    }

    private static PresetCard card(ShowPresets.Shown shown) {
        return new PresetCard(
                shown.preset().code(),
                shown.preset().name(),
                shown.preset().tagline(),
                shown.preset().points(),
                shown.inForce(),
                shown.parts().stream().mapToInt(each -> each.changes().size()).sum());
    }

    /** Of what would change: the effects are counted anew each time and no part of it. */
    private static String tag(ShowPresets.Shown shown) {
        return Versions.tagOf(shown.parts().stream().map(PartDiff::changes).toList());
    }

    private static RuntimeException refused(PresetRefusal code) {
        return Refusal.of(
                code,
                code.name().endsWith("NOT_FOUND") ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
    }
}
