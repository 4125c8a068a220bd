package dev.waystation.platform.demo;

import dev.waystation.platform.members.accounts.Accounts;
import dev.waystation.platform.members.accounts.SeedAccounts;
import dev.waystation.platform.members.benefits.SeedPacks;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An enterprise of the sample world whose employees have booked on its account, and its packs. */
@Component
@Profile("demo")
@Order(80)
class SampleEnterprise implements ApplicationRunner {

    private final SeedMarks marks;
    private final SeedAccounts accounts;
    private final Accounts booked;
    private final SeedPacks packs;
    private final Colleagues colleagues;

    SampleEnterprise(
            SeedMarks marks,
            SeedAccounts accounts,
            Accounts booked,
            SeedPacks packs,
            Colleagues colleagues) {
        this.marks = marks;
        this.accounts = accounts;
        this.booked = booked;
        this.packs = packs;
        this.colleagues = colleagues;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part("enterprise", "an enterprise, its employees and packs", this::seed);
    }

    private void seed() {
        List<Long> employees = colleagues.found();
        accounts.seed(employees);
        employees.stream()
                .flatMap(each -> booked.ofMember(each).stream())
                .findFirst()
                .ifPresent(account -> packs.seed(account.accountId(), account.name(), employees));
        employees.forEach(colleagues::travel);
    }
}
