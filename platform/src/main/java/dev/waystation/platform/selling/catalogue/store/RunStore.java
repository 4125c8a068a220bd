package dev.waystation.platform.selling.catalogue.store;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trains on dates. */
@Repository
public class RunStore {

    private static final String SCHEDULE =
            """
            insert into catalogue.run (train_id, service_date, pattern_id, state)
            select t.train_id, d.day::date, t.pattern_id, 'on_sale'
            from catalogue.train t
            join catalogue.service s using (service_id)
            cross join generate_series(:from::date, :to::date, interval '1 day') as d (day)
            where s.daily
               or exists (select from catalogue.service_date x
                          where x.service_id = s.service_id and x.service_date = d.day::date)
            order by d.day, t.train_id
            on conflict on constraint run_train_date_uk do update
            set state = 'on_sale' where catalogue.run.state = 'withdrawn'
            """;

    private static final String WITHDRAW =
            """
            update catalogue.run r
            set state = 'withdrawn'
            from catalogue.train t
            join catalogue.service s using (service_id)
            where r.train_id = t.train_id
              and r.service_date between :from and :to
              and r.state = 'on_sale'
              and not s.daily
              and not exists (select from catalogue.service_date x
                              where x.service_id = s.service_id
                                and x.service_date = r.service_date)
            """;

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts on sale what runs on these dates and is not on sale yet; gives how many. */
    public int schedule(LocalDate from, LocalDate to) {
        return jdbc.sql(SCHEDULE).param("from", from).param("to", to).update();
    }

    /** Takes off sale what no longer runs on these dates; ids stay. */
    public int withdraw(LocalDate from, LocalDate to) {
        return jdbc.sql(WITHDRAW).param("from", from).param("to", to).update();
    }
}
