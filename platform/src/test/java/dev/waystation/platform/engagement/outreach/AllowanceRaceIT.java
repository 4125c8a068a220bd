package dev.waystation.platform.engagement.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.outreach.model.Kind;
import dev.waystation.platform.engagement.outreach.model.Kind.Limit;
import dev.waystation.platform.engagement.outreach.store.AllowanceRows;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many tasks are made at once, no receiver gets more than WeCom delivers. */
@PlatformIT
class AllowanceRaceIT {

    @Autowired AllowanceRows allowances;
    @Autowired JdbcClient jdbc;

    private final String account = "race-" + UUID.randomUUID();
    private final LocalDate day = LocalDate.of(2027, 2, 14);

    private int taken(Limit limit) throws Exception {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            calls.add(() -> !allowances.take(account, limit, List.of("somebody")).isEmpty());
        }
        int taken = 0;
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (Future<Boolean> each : threads.invokeAll(calls)) {
                taken += each.get() ? 1 : 0;
            }
        }
        return taken;
    }

    @Test
    @Capability("CH-05")
    void sixtyFourTasksAtOnceTakeOneDayOfACustomerAndTheMonthOfAGroup() throws Exception {
        assertThat(taken(Kind.CUSTOMERS.limit(day, 0))).isEqualTo(1);
        assertThat(taken(Kind.CUSTOMERS.limit(day.plusDays(1), 0))).isEqualTo(1);
        assertThat(taken(Kind.GROUPS.limit(day, 0))).as("days of February").isEqualTo(28);
        assertThat(taken(Kind.MOMENTS.limit(day, 0))).isEqualTo(4);
        assertThat(taken(new Limit("control", day, 64))).as("the control").isEqualTo(64);
    }

    @Test
    @Capability("CH-05")
    void theTableItselfRefusesWhatNobodyAskedItAbout() {
        allowances.take(account, Kind.CUSTOMERS.limit(day, 0), List.of("somebody"));
        assertThatThrownBy(() ->
                        jdbc.sql("update outreach.allowance set used = used + 1 where account = :a")
                                .param("a", account)
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("allowance_never_exceeded");
    }
}
