package dev.waystation.platform.selling.booking.model;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.selling.booking.OrderRefusal;
import dev.waystation.platform.selling.booking.Trip;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wish to travel, looked at from all sides but the seats. */
public sealed interface Draft {

    /** Everything is in order; only seats are missing. */
    record Ready(Trip trip, List<Passenger> passengers) implements Draft {

        public List<String> groups() {
            return passengers.stream().map(Passenger::group).toList();
        }

        public List<String> persons() {
            return passengers.stream().map(Passenger::person).toList();
        }

        public Money amount() {
            return Money.sum(
                    passengers.getFirst().fare().currency(),
                    passengers.stream().map(Passenger::fare).toList());
        }
    }

    record Refused(OrderRefusal code, Map<String, Object> values, @Nullable Explanation why)
            implements Draft {

        public Refused(OrderRefusal code, Map<String, Object> values) {
            this(code, values, null);
        }
    }
}
