package dev.waystation.platform.operators.access.store;

import dev.waystation.platform.foundation.wiring.MachineTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Staff accounts. */
@Repository
public class StaffStore {

    private static final String COLUMNS =
            "id, login, name, password_hash, roles, active, must_change_password, version";

    private static final String FIND_BY_LOGIN =
            """
            select %s from access.staff where login = :login
            """
                    .formatted(COLUMNS);

    private static final String FIND =
            """
            select %s from access.staff where id = :id
            """
                    .formatted(COLUMNS);

    private static final String LIST =
            """
            select %s from access.staff where id > :after order by id limit :limit
            """
                    .formatted(COLUMNS);

    private static final String CREATE =
            """
            insert into access.staff
              (login, name, password_hash, roles, must_change_password, created_at)
            values (:login, :name, :hash, :roles, :mustChange, :now)
            returning id
            """;

    private static final String CHANGE =
            """
            update access.staff
            set name = :name, roles = :roles, active = :active, version = version + 1
            where id = :id and version = :version
            """;

    private static final String SET_PASSWORD =
            """
            update access.staff
            set password_hash = :hash, must_change_password = false, version = version + 1
            where id = :id
            """;

    private static final String COUNT =
            """
            select count(*) from access.staff
            """;

    /** One account. */
    public record Account(
            long id,
            String login,
            String name,
            String passwordHash,
            Set<String> roles,
            boolean active,
            boolean mustChangePassword,
            long version) {}

    private final JdbcClient jdbc;
    private final MachineTime machine;

    StaffStore(JdbcClient jdbc, MachineTime machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    public Optional<Account> byLogin(String login) {
        return jdbc.sql(FIND_BY_LOGIN).param("login", login).query(StaffStore::account).optional();
    }

    public Optional<Account> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(StaffStore::account).optional();
    }

    public List<Account> list(long after, int limit) {
        return jdbc.sql(LIST)
                .param("after", after)
                .param("limit", limit)
                .query(StaffStore::account)
                .list();
    }

    /** Empty when the login is taken. */
    public Optional<Long> create(
            String login, String name, String hash, Collection<String> roles, boolean mustChange) {
        try {
            return Optional.of(
                    jdbc.sql(CREATE)
                            .param("login", login)
                            .param("name", name)
                            .param("hash", hash)
                            .param("roles", roles.toArray(String[]::new))
                            .param("mustChange", mustChange)
                            .param("now", machine.utc())
                            .query(Long.class)
                            .single());
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
    }

    /** False when somebody changed the account since that version. */
    public boolean change(
            long id, long version, String name, Collection<String> roles, boolean active) {
        return jdbc.sql(CHANGE)
                        .param("id", id)
                        .param("version", version)
                        .param("name", name)
                        .param("roles", roles.toArray(String[]::new))
                        .param("active", active)
                        .update()
                == 1;
    }

    public void setPassword(long id, String hash) {
        jdbc.sql(SET_PASSWORD).param("id", id).param("hash", hash).update();
    }

    public boolean isEmpty() {
        return jdbc.sql(COUNT).query(Long.class).single() == 0;
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                row.getString("password_hash"),
                texts(row.getArray("roles")),
                row.getBoolean("active"),
                row.getBoolean("must_change_password"),
                row.getLong("version"));
    }

    static Set<String> texts(Array array) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((String[]) array.getArray()));
    }
}
