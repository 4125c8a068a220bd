package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.model.RuleSketch;
import dev.waystation.platform.members.loyalty.store.ProgrammeStore;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The programmes, shipped as files and kept as data: {@code programmes/rail.json} carries the
 * railway's published rules, {@code programmes/park.json} a park's. Whoever changed one keeps it.
 */
@Component
public class Programmes implements SmartInitializingSingleton {

    private static final List<String> SHIPPED = List.of("rail", "park");
    private static final Instant BEGINNING = Instant.parse("2019-12-31T16:00:00Z");

    private final ProgrammeStore store;
    private final RuleStore rules;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private volatile List<Programme> known = List.of();

    Programmes(
            ProgrammeStore store,
            RuleStore rules,
            JsonMapper json,
            TransactionTemplate transaction) {
        this.store = store;
        this.rules = rules;
        this.json = json;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(_ -> SHIPPED.forEach(this::install));
        refresh();
    }

    public List<Programme> all() {
        return known;
    }

    public Programme of(String code) {
        return known.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new Malformed(
                                "programme",
                                code,
                                "give one of "
                                        + known.stream().map(Programme::code).sorted().toList()));
    }

    /** A club with the programme it belongs to. */
    public Optional<Programme> withClub(String club) {
        return known.stream()
                .filter(each -> each.clubs().stream().anyMatch(c -> c.code().equals(club)))
                .findFirst();
    }

    public Club club(String code) {
        return withClub(code)
                .flatMap(each ->
                        each.clubs().stream().filter(c -> c.code().equals(code)).findFirst())
                .orElseThrow(() -> new Malformed("club", code, "give the code of a club"));
    }

    void replace(Programme programme) {
        store.replace(programme);
        refresh();
    }

    private void refresh() {
        known = List.copyOf(store.all());
    }

    private void install(String code) {
        Programme programme = read(code);
        if (store.add(programme)) {
            for (RuleSketch sketch : programme.rules()) {
                rules.draft(sketch, "shipped", BEGINNING);
                rules.publish(sketch.code(), BEGINNING, "shipped", BEGINNING);
            }
        }
    }

    private Programme read(String code) {
        try (InputStream file =
                new ClassPathResource("programmes/" + code + ".json").getInputStream()) {
            return json.readValue(file, Programme.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
