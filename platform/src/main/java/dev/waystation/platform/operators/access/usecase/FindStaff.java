package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.operators.access.store.StaffStore;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Accounts for the screens that manage them. */
@Service
public class FindStaff {

    private final StaffStore staff;

    FindStaff(StaffStore staff) {
        this.staff = staff;
    }

    public Optional<StaffMember> find(long id) {
        return staff.find(id).map(StaffMember::of);
    }

    public Page<StaffMember> page(Optional<Cursor> cursor, int limit) {
        long after = cursor.map(found -> found.number(0)).orElse(0L);
        return Page.cut(staff.list(after, limit + 1), limit, last -> Cursor.after(last.id()))
                .map(StaffMember::of);
    }
}
