package dev.waystation.platform.operators.venues.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.operators.venues.Agreement;
import dev.waystation.platform.operators.venues.DataScopes;
import dev.waystation.platform.operators.venues.usecase.KeepScopes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whose view is limited to which venues, and what venues show each other by contract. */
@RestController
class ScopePages {

    /** Somebody whose view is limited. */
    record ScopeView(String staffId, Set<String> venues) {}

    /** A program whose view is limited. */
    record ProgramScope(String clientId, Set<String> venues) {}

    /** The venues somebody sees; none takes the limit away. */
    record ScopeWish(@Nullable Set<String> venues) {}

    /**
     * An agreement.
     *
     * @param holds whether it opens anything now
     */
    record AgreementView(
            String id,
            String giver,
            String taker,
            String purpose,
            String contract,
            Instant startsAt,
            Instant endsAt,
            @Nullable Instant endedAt,
            boolean holds) {}

    /** An agreement to be; {@code taker} sees events of {@code giver}. */
    record AgreementWish(
            @Nullable String giver,
            @Nullable String taker,
            @Nullable String purpose,
            @Nullable String contract,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}

    /** The venues the caller sees; null where nobody limited the view. */
    record OwnScope(@Nullable Set<String> venues) {}

    private final KeepScopes scopes;
    private final Clock clock;

    ScopePages(KeepScopes scopes, Clock clock) {
        this.scopes = scopes;
        this.clock = clock;
    }

    @GetMapping("/v1/session/venues")
    @Permission(Permission.STAFF)
    OwnScope ownScope(Caller caller) {
        return new OwnScope(
                scopes.venues(caller, DataScopes.Purpose.SERVICE).map(TreeSet::new).orElse(null));
    }

    @GetMapping("/v1/staff-scopes")
    @Permission("staff.manage")
    List<ScopeView> staffScopes() {
        return scopes.limitedStaff().entrySet().stream()
                .map(each -> new ScopeView(PublicId.encode("stf", each.getKey()), each.getValue()))
                .toList();
    }

    @PutMapping("/v1/staff-scopes/{staffId}")
    @Permission("staff.manage")
    ScopeView limitStaff(@PathVariable String staffId, @RequestBody ScopeWish wish, Caller caller) {
        Set<String> venues = wish.venues() == null ? Set.of() : wish.venues();
        scopes.limit(PublicId.decode("stf", staffId), venues, caller.key());
        return new ScopeView(staffId, venues);
    }

    @GetMapping("/v1/client-scopes")
    @Permission("staff.manage")
    List<ProgramScope> clientScopes() {
        return scopes.limitedPrograms().entrySet().stream()
                .map(each ->
                        new ProgramScope(PublicId.encode("cli", each.getKey()), each.getValue()))
                .toList();
    }

    @PutMapping("/v1/client-scopes/{clientId}")
    @Permission("staff.manage")
    ProgramScope limitProgram(
            @PathVariable String clientId, @RequestBody ScopeWish wish, Caller caller) {
        Set<String> venues = wish.venues() == null ? Set.of() : wish.venues();
        scopes.limitProgram(PublicId.decode("cli", clientId), venues, caller.key());
        return new ProgramScope(clientId, venues);
    }

    @GetMapping("/v1/sharing-agreements")
    @Permission("staff.manage")
    List<AgreementView> agreements() {
        return scopes.agreements().stream().map(this::view).toList();
    }

    @PostMapping("/v1/sharing-agreements")
    @Permission("staff.manage")
    @ResponseStatus(HttpStatus.CREATED)
    AgreementView agree(@RequestBody AgreementWish wish, Caller caller) {
        return view(
                scopes.agree(
                        new Agreement(
                                0,
                                given("giver", wish.giver()),
                                given("taker", wish.taker()),
                                given("purpose", wish.purpose()),
                                given("contract", wish.contract()),
                                given("startsAt", wish.startsAt()),
                                given("endsAt", wish.endsAt()),
                                null),
                        caller.key()));
    }

    /** Ends it at once. */
    @PostMapping("/v1/sharing-agreements/{id}:end")
    @Permission("staff.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, Caller caller) {
        if (!scopes.end(PublicId.decode("agr", id), caller.key())) {
            throw Refusal.notFound(id);
        }
    }

    private AgreementView view(Agreement each) {
        return new AgreementView(
                PublicId.encode("agr", each.id()),
                each.giver(),
                each.taker(),
                each.purpose(),
                each.contract(),
                each.startsAt(),
                each.endsAt(),
                each.endedAt(),
                each.holds(clock.instant()));
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new Malformed(
                    field, null, "give giver, taker, purpose, contract, startsAt and endsAt");
        }
        return value;
    }
}
