package dev.waystation.platform.selling.catalogue.usecase;

import dev.waystation.platform.selling.catalogue.EntrySlot;
import dev.waystation.platform.selling.catalogue.Parks;
import dev.waystation.platform.selling.catalogue.model.Pass;
import dev.waystation.platform.selling.catalogue.model.Ride;
import dev.waystation.platform.selling.catalogue.store.ParkStore;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reads for the screens of the park. */
@Service
public class FindPark implements Parks {

    private final ParkStore store;

    FindPark(ParkStore store) {
        this.store = store;
    }

    public List<Ride> rides() {
        return store.rides();
    }

    public List<Pass> passes() {
        return store.passes();
    }

    @Override
    public List<EntrySlot> slots(LocalDate date) {
        return store.slots(date);
    }
}
