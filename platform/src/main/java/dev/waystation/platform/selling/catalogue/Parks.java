package dev.waystation.platform.selling.catalogue;

import java.time.LocalDate;
import java.util.List;

/** What parks offer; what is left of it is known by who sells it. */
public interface Parks {

    /** The times to enter on a day, in their order. */
    List<EntrySlot> slots(LocalDate date);
}
