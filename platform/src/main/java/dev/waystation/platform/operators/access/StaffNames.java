package dev.waystation.platform.operators.access;

import java.util.Optional;

/** The door to who a member of staff is. */
public interface StaffNames {

    Optional<String> name(long staffId);
}
