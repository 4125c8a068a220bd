package dev.waystation.platform.members.presets.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.presets.model.Adoption;
import dev.waystation.platform.members.presets.model.PartDiff;
import dev.waystation.platform.members.presets.model.Preset;
import dev.waystation.platform.members.presets.store.AdoptionStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shelf, what each programme would change, and what was adopted so far. */
@Service
public class ShowPresets {

    /** A programme beside what is in force. */
    public record Shown(Preset preset, List<PartDiff> parts) {

        /** Whether everything in it is in force. */
        public boolean inForce() {
            return parts.stream().noneMatch(PartDiff::changesSomething);
        }
    }

    private final PresetShelf shelf;
    private final Parts parts;
    private final AdoptionStore adoptions;

    ShowPresets(PresetShelf shelf, Parts parts, AdoptionStore adoptions) {
        this.shelf = shelf;
        this.parts = parts;
        this.adoptions = adoptions;
    }

    @Transactional(readOnly = true)
    public List<Shown> all() {
        return shelf.all().stream().map(each -> shown(each, false)).toList();
    }

    /** With what each change would cost. */
    @Transactional(readOnly = true)
    public Optional<Shown> find(String code) {
        return shelf.find(code).map(each -> shown(each, true));
    }

    @Transactional(readOnly = true)
    public List<Adoption> adoptions() {
        return adoptions.all();
    }

    /** What taking an adoption back would change; subjects changed since stay and are left out. */
    @Transactional(readOnly = true)
    public List<PartDiff> back(Adoption adoption) {
        return adoption.before().entrySet().stream()
                .filter(each -> parts.holds(each.getKey(), adoption.put(each.getKey())))
                .map(each -> parts.diff(each.getKey(), each.getValue(), false))
                .toList();
    }

    /** A subject's name. */
    public Said name(String part) {
        return parts.name(part);
    }

    private Shown shown(Preset preset, boolean counted) {
        return new Shown(
                preset,
                preset.rules().entrySet().stream()
                        .map(each -> parts.diff(each.getKey(), each.getValue(), counted))
                        .toList());
    }
}
