package dev.waystation.platform;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A row that refuses every change until it is closed, as a careless hand may leave one. */
public final class StubbornRow implements AutoCloseable {

    private static final String REFUSE =
            """
            create or replace function stubborn() returns trigger language plpgsql as
            $$ begin raise exception 'this row is stubborn'; end $$
            """;

    private final JdbcClient jdbc;
    private final String table;

    /**
     * @param condition on {@code old}, such as {@code old.reference = '…'}
     */
    public StubbornRow(JdbcClient jdbc, String table, String condition) {
        this.jdbc = jdbc;
        this.table = table;
        jdbc.sql(REFUSE).update();
        jdbc.sql(
                        "create trigger stubborn before update on "
                                + table
                                + " for each row when ("
                                + condition
                                + ") execute function stubborn()")
                .update();
    }

    @Override
    public void close() {
        jdbc.sql("drop trigger stubborn on " + table).update();
    }
}
