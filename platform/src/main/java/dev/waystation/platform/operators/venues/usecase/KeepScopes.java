package dev.waystation.platform.operators.venues.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.operators.venues.Agreement;
import dev.waystation.platform.operators.venues.DataScopes;
import dev.waystation.platform.operators.venues.VenueBook;
import dev.waystation.platform.operators.venues.facts.ProgramScoped;
import dev.waystation.platform.operators.venues.facts.SharingChanged;
import dev.waystation.platform.operators.venues.facts.StaffScoped;
import dev.waystation.platform.operators.venues.store.ScopeStore;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Limits what staff and programs see to venues, and opens other venues by contract. */
@Service
public class KeepScopes implements DataScopes {

    private static final String STAFF = "staff";
    private static final String CLIENT = "client";

    private final ScopeStore scopes;
    private final VenueBook venues;
    private final FactLog facts;
    private final Clock clock;

    KeepScopes(ScopeStore scopes, VenueBook venues, FactLog facts, Clock clock) {
        this.scopes = scopes;
        this.venues = venues;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Set<String>> venues(Caller caller, Purpose purpose) {
        if (!(caller instanceof Caller.Staff || caller instanceof Caller.ApiClient)) {
            return Optional.empty();
        }
        Set<String> own = scopes.of(caller.key());
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>(own);
        seen.addAll(scopes.opened(own, purpose.name().toLowerCase(Locale.ROOT), clock.instant()));
        return Optional.of(Set.copyOf(seen));
    }

    /** The venues of all staff whose view is limited. */
    @Transactional(readOnly = true)
    public Map<Long, Set<String>> limitedStaff() {
        return scopes.all(STAFF);
    }

    /** The same of programs. */
    @Transactional(readOnly = true)
    public Map<Long, Set<String>> limitedPrograms() {
        return scopes.all(CLIENT);
    }

    /** From the next request on; no venues take the limit away. */
    @Transactional
    public void limit(long staffId, Set<String> codes, String by) {
        List<String> venues = set(STAFF + ":" + staffId, codes);
        facts.append(new StaffScoped(staffId, venues, by, clock.instant()));
    }

    /** The same for a program. */
    @Transactional
    public void limitProgram(long clientId, Set<String> codes, String by) {
        List<String> venues = set(CLIENT + ":" + clientId, codes);
        facts.append(new ProgramScoped(clientId, venues, by, clock.instant()));
    }

    private List<String> set(String holder, Set<String> codes) {
        codes.forEach(this::requireListed);
        scopes.set(holder, codes);
        return codes.stream().sorted().toList();
    }

    @Transactional(readOnly = true)
    public List<Agreement> agreements() {
        return scopes.agreements();
    }

    @Transactional
    public Agreement agree(Agreement wanted, String by) {
        requireListed(wanted.giver());
        requireListed(wanted.taker());
        Agreement made = scopes.agree(wanted, by, clock.instant());
        tell(made, true, by);
        return made;
    }

    /** At once; false when there is none that could be ended. */
    @Transactional
    public boolean end(long id, String by) {
        Optional<Agreement> ended = scopes.end(id, by, clock.instant());
        ended.ifPresent(agreement -> tell(agreement, false, by));
        return ended.isPresent();
    }

    private void tell(Agreement agreement, boolean agreed, String by) {
        facts.append(
                new SharingChanged(
                        agreement.id(),
                        agreement.giver(),
                        agreement.taker(),
                        agreement.purpose(),
                        agreement.contract(),
                        agreed,
                        by,
                        clock.instant()));
    }

    private void requireListed(String code) {
        Malformed.require(
                venues.find(code).isPresent(),
                "venue",
                code,
                "use the code of a venue; the console lists them and adds new ones");
    }
}
