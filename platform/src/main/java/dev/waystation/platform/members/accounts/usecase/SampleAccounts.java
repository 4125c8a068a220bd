package dev.waystation.platform.members.accounts.usecase;

import dev.waystation.platform.members.accounts.SeedAccounts;
import dev.waystation.platform.members.accounts.model.AccountEntry;
import dev.waystation.platform.members.accounts.model.Employee;
import dev.waystation.platform.members.accounts.model.EnterpriseAccount;
import dev.waystation.platform.members.accounts.store.EntryStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A made-up enterprise that paid in advance last month, and a small one without employees yet. */
@Service
class SampleAccounts implements SeedAccounts {

    private static final List<String> CENTRES = List.of("研发一部", "研发一部", "市场部", "市场部");

    private final KeepAccounts keep;
    private final ShowAccounts show;
    private final EntryStore entries;
    private final Clock clock;

    SampleAccounts(KeepAccounts keep, ShowAccounts show, EntryStore entries, Clock clock) {
        this.keep = keep;
        this.show = show;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void seed(List<Long> members) {
        if (open("楚江精密制造有限公司（演示）", "91420100MA4K0DEM", 20_000_00)
                instanceof KeepAccounts.Outcome.Done(long id)) {
            for (int i = 0; i < members.size(); i++) {
                keep.employee(
                        id,
                        new Employee(
                                members.get(i),
                                CENTRES.get(i % CENTRES.size()),
                                3_000_00 + i * 500_00L,
                                0,
                                true),
                        "demo");
            }
            LocalDate lastMonth = show.thisMonth().minusMonths(1);
            entries.write(
                    id,
                    new EntryStore.Line(
                            lastMonth,
                            AccountEntry.Kind.PAYMENT,
                            -1_000_00,
                            null,
                            null,
                            null,
                            UUID.nameUUIDFromBytes(new byte[] {1}),
                            "预付款 DEMO-0001",
                            "demo",
                            clock.instant()));
            keep.close(id, lastMonth, "demo");
        }
        open("东湖文化旅游社（演示）", "91420106MA4K1DEM", 5_000_00);
    }

    private KeepAccounts.Outcome open(String name, String code, long credit) {
        String seventeen = code + "0";
        return keep.open(
                new EnterpriseAccount.Opening(
                        name, seventeen + EnterpriseAccount.checkCharacter(seventeen), credit),
                "demo");
    }
}
