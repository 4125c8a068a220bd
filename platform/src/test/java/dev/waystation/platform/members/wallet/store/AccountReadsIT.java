package dev.waystation.platform.members.wallet.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.ledger.Account;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.model.AccountKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Another node posts between the reads of an account: what was read must not pass the fence. */
@PlatformIT
class AccountReadsIT {

    private static final long FIRST = 991_000_000L;

    @Autowired Points points;
    @Autowired DataSource database;
    @Autowired Clock clock;

    /** The first read is that of the account; lots, holds and promises follow. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whatAnotherNodeChangedMeanwhileCollidesWithItsEntry(int before) {
        AccountKey key = opened(before);
        AccountReads reads =
                new AccountReads(
                        JdbcClient.create(new Interrupted(database, before, () -> spend(key, 30))));

        Account read = read(reads, key);
        if (before == 5) {
            spend(key, 30); // nothing was read any more
        }

        assertThat(fenced(read, truth(key))).isTrue();
    }

    @Test
    void controlOldLotsUnderANewNumberWouldPass() {
        AccountKey key = opened(9);
        Account lotsFirst = truth(key);
        spend(key, 30);
        Account headLast = truth(key);

        assertThat(fenced(lotsFirst.available(), headLast.entries(), headLast)).isFalse();
    }

    private AccountKey opened(int number) {
        long member = FIRST + number;
        LocalDate lastDay = LocalDate.now(clock).plusDays(90);
        Explanation why = Explanation.of(new Said("双节点", "two nodes"));
        posted(
                new PointsCommand.Credit(
                        UUID.randomUUID(), member, Points.POINTS, 100, lastDay, why, "travel"));
        return new AccountKey(member, Points.POINTS);
    }

    private void spend(AccountKey key, long amount) {
        posted(
                new PointsCommand.Spend(
                        UUID.randomUUID(), key.memberId(), key.currency(), amount, "race"));
    }

    private void posted(PointsCommand command) {
        assertThat(points.post(command)).isInstanceOf(PostOutcome.Posted.class);
    }

    private Account truth(AccountKey key) {
        return read(new AccountReads(JdbcClient.create(database)), key);
    }

    private Account read(AccountReads reads, AccountKey key) {
        return Objects.requireNonNull(reads.accounts(List.of(key), LocalDate.now(clock)).get(key));
    }

    private static boolean fenced(Account read, Account truth) {
        return fenced(read.available(), read.entries(), truth);
    }

    /** Whoever read something else than the truth numbers his next entry as one that exists. */
    private static boolean fenced(long available, long entries, Account truth) {
        return entries < truth.entries() || available == truth.available();
    }

    /** Somebody else is served just before one of the connections is. */
    private static final class Interrupted extends DelegatingDataSource {

        private final int before;
        private final Runnable somebody;
        private int served;

        Interrupted(DataSource database, int before, Runnable somebody) {
            super(database);
            this.before = before;
            this.somebody = somebody;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (++served == before) {
                somebody.run();
            }
            return super.getConnection();
        }
    }
}
