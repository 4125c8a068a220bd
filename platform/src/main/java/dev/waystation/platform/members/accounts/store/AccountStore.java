package dev.waystation.platform.members.accounts.store;

import dev.waystation.platform.members.accounts.model.Employee;
import dev.waystation.platform.members.accounts.model.EnterpriseAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts, their employees, and what each has used of a month. */
@Repository
public class AccountStore {

    private static final String OPEN =
            """
            insert into accounts.account (name, credit_code, credit_minor, opened_at, opened_by)
            values (:name, :code, :credit, :at, :by)
            on conflict on constraint account_once_per_enterprise do nothing
            returning id
            """;
    private static final String SELECT = "select * from accounts.account ";
    private static final String CHANGE =
            "update accounts.account set credit_minor = :credit, active = :active where id = :id";
    private static final String EMPLOYEES =
            """
            select e.member_id, e.cost_centre, e.monthly_minor, e.active,
                   coalesce(u.used_minor, 0) as used_minor
              from accounts.employee e
              left join accounts.month_use u
                on u.account_id = e.account_id and u.member_id = e.member_id and u.month = :month
             where e.account_id = :id
            """;
    private static final String PUT =
            """
            insert into accounts.employee
              (account_id, member_id, cost_centre, monthly_minor, active, since)
            values (:id, :member, :centre, :monthly, :active, :at)
            on conflict on constraint employee_pk do update
            set cost_centre = excluded.cost_centre,
                monthly_minor = excluded.monthly_minor,
                active = excluded.active
            """;
    private static final String USE =
            """
            insert into accounts.month_use as u (account_id, member_id, month, used_minor)
            select :id, :member, :month, :minor where :minor <= :most
            on conflict on constraint month_use_pk
            do update set used_minor = u.used_minor + :minor where u.used_minor + :minor <= :most
            """;
    private static final String GIVE_BACK =
            """
            update accounts.month_use set used_minor = used_minor - :minor
             where account_id = :id and member_id = :member and month = :month
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the enterprise has an account already. */
    public OptionalLong open(EnterpriseAccount.Opening opening, String by, Instant at) {
        return jdbc
                .sql(OPEN)
                .param("name", opening.name())
                .param("code", opening.creditCode())
                .param("credit", opening.creditMinor())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .query(Long.class)
                .optional()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    public List<EnterpriseAccount> all() {
        return jdbc.sql(SELECT + "order by name, id").query(AccountStore::account).list();
    }

    public List<EnterpriseAccount> ofMember(long memberId) {
        return jdbc.sql(
                        SELECT
                                + """
                                where active and id in (select account_id from accounts.employee
                                                        where member_id = :member and active)
                                order by id
                                """)
                .param("member", memberId)
                .query(AccountStore::account)
                .list();
    }

    public Optional<EnterpriseAccount> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(AccountStore::account)
                .optional();
    }

    /** Whoever writes to an account's journal takes this lock first: its lines are numbered. */
    public Optional<EnterpriseAccount> locked(long id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(AccountStore::account)
                .optional();
    }

    public void change(long id, long creditMinor, boolean active) {
        jdbc.sql(CHANGE)
                .param("id", id)
                .param("credit", creditMinor)
                .param("active", active)
                .update();
    }

    public List<Employee> employees(long id, LocalDate month) {
        return jdbc.sql(EMPLOYEES + "order by e.cost_centre, e.member_id")
                .param("id", id)
                .param("month", month)
                .query(AccountStore::employee)
                .list();
    }

    public Optional<Employee> employee(long id, long memberId, LocalDate month) {
        return jdbc.sql(EMPLOYEES + "and e.member_id = :member")
                .param("id", id)
                .param("month", month)
                .param("member", memberId)
                .query(AccountStore::employee)
                .optional();
    }

    public void put(long id, Employee employee, Instant at) {
        jdbc.sql(PUT)
                .param("id", id)
                .param("member", employee.memberId())
                .param("centre", employee.costCentre())
                .param("monthly", employee.monthlyMinor())
                .param("active", employee.active())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Uses up part of a month's limit; false when it does not suffice. */
    public boolean use(long id, long memberId, LocalDate month, long minor, long most) {
        return jdbc.sql(USE)
                        .param("id", id)
                        .param("member", memberId)
                        .param("month", month)
                        .param("minor", minor)
                        .param("most", most)
                        .update()
                == 1;
    }

    public void giveBack(long id, long memberId, LocalDate month, long minor) {
        jdbc.sql(GIVE_BACK)
                .param("id", id)
                .param("member", memberId)
                .param("month", month)
                .param("minor", minor)
                .update();
    }

    private static EnterpriseAccount account(ResultSet row, int index) throws SQLException {
        return new EnterpriseAccount(
                row.getLong("id"),
                row.getString("name"),
                row.getString("credit_code"),
                row.getLong("credit_minor"),
                row.getLong("owed_minor"),
                row.getLong("last_entry"),
                row.getBoolean("active"),
                row.getTimestamp("opened_at").toInstant());
    }

    private static Employee employee(ResultSet row, int index) throws SQLException {
        return new Employee(
                row.getLong("member_id"),
                row.getString("cost_centre"),
                row.getLong("monthly_minor"),
                row.getLong("used_minor"),
                row.getBoolean("active"));
    }
}
