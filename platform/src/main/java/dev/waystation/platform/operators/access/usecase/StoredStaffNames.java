package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.operators.access.StaffNames;
import dev.waystation.platform.operators.access.store.StaffStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class StoredStaffNames implements StaffNames {

    private final StaffStore staff;

    StoredStaffNames(StaffStore staff) {
        this.staff = staff;
    }

    @Override
    public Optional<String> name(long staffId) {
        return staff.find(staffId).map(StaffStore.Account::name);
    }
}
