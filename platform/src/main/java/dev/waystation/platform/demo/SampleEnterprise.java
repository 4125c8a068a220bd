package dev.waystation.platform.demo;

import dev.waystation.platform.members.accounts.SeedAccounts;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An enterprise of the sample world whose employees have booked on its account. */
@Component
@Profile("demo")
@Order(80)
class SampleEnterprise implements ApplicationRunner {

    private final SeedMarks marks;
    private final SeedAccounts accounts;
    private final Colleagues colleagues;

    SampleEnterprise(SeedMarks marks, SeedAccounts accounts, Colleagues colleagues) {
        this.marks = marks;
        this.accounts = accounts;
        this.colleagues = colleagues;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part("enterprise", "an enterprise and its employees", this::seed);
    }

    private void seed() {
        List<Long> employees = colleagues.found();
        accounts.seed(employees);
        employees.forEach(colleagues::travel);
    }
}
