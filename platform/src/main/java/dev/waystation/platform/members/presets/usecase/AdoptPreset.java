package dev.waystation.platform.members.presets.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.presets.PresetRefusal;
import dev.waystation.platform.members.presets.SeedPresets;
import dev.waystation.platform.members.presets.facts.PresetAdopted;
import dev.waystation.platform.members.presets.facts.PresetTakenBack;
import dev.waystation.platform.members.presets.model.Adoption;
import dev.waystation.platform.members.presets.model.Preset;
import dev.waystation.platform.members.presets.store.AdoptionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Puts a ready-made programme in force in one step, and takes the newest one back in one step. */
@Service
public class AdoptPreset implements SeedPresets {

    /** What became of the wish; a refused one changed nothing. */
    public sealed interface Outcome {
        record Adopted(long adoption, List<String> parts) implements Outcome {}

        /**
         * @param kept subjects that somebody changed since; they stay as they are
         */
        record TakenBack(List<String> parts, List<String> kept) implements Outcome {}

        record Refused(PresetRefusal code) implements Outcome {}
    }

    private final PresetShelf shelf;
    private final Parts parts;
    private final AdoptionStore adoptions;
    private final FactLog facts;
    private final Clock clock;

    AdoptPreset(
            PresetShelf shelf, Parts parts, AdoptionStore adoptions, FactLog facts, Clock clock) {
        this.shelf = shelf;
        this.parts = parts;
        this.adoptions = adoptions;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void adopt(String code) {
        handle(code, Set.of(), "demo");
    }

    /**
     * @param chosen codes of subjects; all when empty
     */
    @Transactional
    public Outcome handle(String code, Set<String> chosen, String by) {
        adoptions.lock();
        Preset preset = shelf.find(code).orElse(null);
        if (preset == null) {
            return new Outcome.Refused(PresetRefusal.PRESET_NOT_FOUND);
        }
        Map<String, JsonNode> wanted = new LinkedHashMap<>(preset.rules());
        wanted.keySet().removeIf(each -> !chosen.isEmpty() && !chosen.contains(each));
        wanted.entrySet().removeIf(each -> parts.holds(each.getKey(), each.getValue()));
        if (wanted.isEmpty()) {
            return new Outcome.Refused(PresetRefusal.PRESET_CHANGES_NOTHING);
        }
        Map<String, JsonNode> before = parts.now(wanted.keySet());
        wanted.forEach((part, value) -> parts.put(part, value, by));
        // Read again: a subject may have completed what the file leaves open.
        Map<String, JsonNode> after = parts.now(wanted.keySet());
        Instant now = clock.instant();
        long id = adoptions.add(code, by, now, before, after);
        List<String> changed = List.copyOf(wanted.keySet());
        facts.append(new PresetAdopted(id, code, changed, by, now));
        return new Outcome.Adopted(id, changed);
    }

    @Transactional
    public Outcome takeBack(long id, String by) {
        adoptions.lock();
        List<Adoption> all = adoptions.all();
        Adoption adoption = all.stream().filter(each -> each.id() == id).findFirst().orElse(null);
        if (adoption == null) {
            return new Outcome.Refused(PresetRefusal.ADOPTION_NOT_FOUND);
        }
        if (!adoption.stands()) {
            return new Outcome.Refused(PresetRefusal.ADOPTION_IS_TAKEN_BACK);
        }
        Optional<Adoption> later =
                all.stream()
                        .filter(each -> each.id() > id && each.stands())
                        .filter(each -> touchesThoseOf(each, adoption))
                        .findFirst();
        if (later.isPresent()) {
            return new Outcome.Refused(PresetRefusal.LATER_ADOPTION_STANDS);
        }
        List<String> back = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        adoption.before()
                .forEach((part, value) -> {
                    if (parts.holds(part, adoption.put(part))) {
                        parts.put(part, value, by);
                        back.add(part);
                    } else {
                        kept.add(part);
                    }
                });
        Instant now = clock.instant();
        adoptions.takeBack(id, by, now);
        facts.append(new PresetTakenBack(id, adoption.preset(), back, by, now));
        return new Outcome.TakenBack(back, kept);
    }

    private static boolean touchesThoseOf(Adoption later, Adoption earlier) {
        return later.before().keySet().stream().anyMatch(earlier.before()::containsKey);
    }
}
