package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.membership.ReachReports;
import dev.waystation.platform.members.membership.store.MailStore;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The address a member gives for mail, and takes away again. */
@Service
public class KeepMailAddress {

    private static final int LONGEST = 254;
    private static final String SHAPE = "[^\\s@,;<>\"]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}";

    private static final String CHANNEL = "email";

    private final MailStore addresses;
    private final ReachReports reach;
    private final Clock clock;

    KeepMailAddress(MailStore addresses, ReachReports reach, Clock clock) {
        this.addresses = addresses;
        this.reach = reach;
        this.clock = clock;
    }

    /** An empty address takes the one that is kept away. */
    @Transactional
    public void handle(long memberId, String address) {
        String plain = address.strip();
        if (plain.isEmpty()) {
            if (addresses.drop(memberId)) {
                reach.changed(memberId, CHANNEL, false);
            }
            return;
        }
        Malformed.require(
                plain.length() <= LONGEST && plain.matches(SHAPE),
                "address",
                address,
                "give an address such as name@example.com, or nothing to take it away");
        if (addresses.keep(memberId, plain, clock.instant())) {
            reach.changed(memberId, CHANNEL, true);
        }
    }

    /** As the member sees it: enough to recognise it by. */
    @Transactional(readOnly = true)
    public Optional<String> masked(long memberId) {
        return addresses.of(memberId).map(KeepMailAddress::mask);
    }

    private static String mask(String address) {
        int at = address.indexOf('@');
        return address.charAt(0) + "***" + address.substring(at);
    }
}
