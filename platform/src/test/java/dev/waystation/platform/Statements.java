package dev.waystation.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a piece of work asks of the database, and how the database would find it. */
public final class Statements {

    private static final Pattern SENT =
            Pattern.compile("prepared SQL statement \\[(.*)]", Pattern.DOTALL);
    private static final Pattern READ_WHOLE = Pattern.compile("Seq Scan on (\\w+)");

    private Statements() {}

    /** The statements this thread sends while it works. */
    public static List<String> of(Callable<?> work) throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = log.getLevel();
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        log.setLevel(Level.DEBUG);
        log.setAdditive(false);
        log.addAppender(heard);
        try {
            work.call();
        } finally {
            log.detachAppender(heard);
            log.setAdditive(true);
            log.setLevel(before);
        }
        String mine = Thread.currentThread().getName();
        return List.copyOf(heard.list).stream()
                .filter(each -> mine.equals(each.getThreadName()))
                .map(each -> SENT.matcher(each.getFormattedMessage()))
                .filter(Matcher::find)
                .map(each -> each.group(1))
                .toList();
    }

    /**
     * Tables a statement can only read whole: no index leads to what it asks for, however large
     * they grow.
     */
    public static List<String> readWhole(
            JdbcClient jdbc, TransactionTemplate transaction, String sql) {
        return READ_WHOLE
                .matcher(String.join("\n", plan(jdbc, transaction, sql)))
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private static List<String> plan(JdbcClient jdbc, TransactionTemplate transaction, String sql) {
        int values = (int) sql.chars().filter(each -> each == '?').count();
        String numbered =
                IntStream.rangeClosed(1, values)
                        .boxed()
                        .reduce(
                                sql,
                                (text, n) -> text.replaceFirst("\\?", "\\$" + n),
                                (one, other) -> other);
        String nothing =
                values == 0
                        ? ""
                        : IntStream.range(0, values)
                                .mapToObj(_ -> "null")
                                .collect(Collectors.joining(",", "(", ")"));
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    jdbc.sql("set local enable_seqscan = off").update();
                    jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
                    jdbc.sql("prepare asked as " + numbered).update();
                    try {
                        return jdbc.sql("explain execute asked" + nothing)
                                .query((row, _) -> row.getString(1))
                                .list();
                    } finally {
                        jdbc.sql("deallocate asked").update();
                    }
                }));
    }
}
