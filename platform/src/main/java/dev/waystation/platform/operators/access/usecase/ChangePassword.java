package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.operators.access.store.StaffStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replaces one's own password, given the present one; ends all one's sessions. */
@Service
public class ChangePassword {

    private final StaffStore staff;
    private final Passwords passwords;
    private final Sessions sessions;

    ChangePassword(StaffStore staff, Passwords passwords, Sessions sessions) {
        this.staff = staff;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** False when the present password is another. */
    @Transactional
    public boolean handle(long staffId, String present, String next) {
        StaffStore.Account account = staff.find(staffId).orElseThrow();
        if (!passwords.matches(present, account.passwordHash())) {
            return false;
        }
        staff.setPassword(staffId, passwords.hash(next));
        sessions.closeAllOfStaff(staffId);
        return true;
    }
}
