-- why: employees book on the account of their enterprise, which pays by the month
-- locks: none, new schema; one column and one check of booking.tender and its plan are in V173
-- undo: drop schema accounts cascade
create schema accounts;

create sequence accounts.account_number;

create table accounts.account (
    id           bigint      not null default nextval('accounts.account_number'),
    name         text        not null,
    credit_code  text        not null,
    credit_minor bigint      not null,
    owed_minor   bigint      not null default 0,
    last_entry   bigint      not null default 0,
    active       boolean     not null default true,
    opened_at    timestamptz not null,
    opened_by    text        not null,
    constraint account_pk primary key (id),
    constraint account_once_per_enterprise unique (credit_code),
    constraint account_credit_not_negative check (credit_minor >= 0)
);

create table accounts.employee (
    account_id    bigint      not null,
    member_id     bigint      not null,
    cost_centre   text        not null,
    monthly_minor bigint      not null,
    active        boolean     not null default true,
    since         timestamptz not null,
    constraint employee_pk primary key (account_id, member_id),
    constraint employee_of_account foreign key (account_id) references accounts.account (id),
    constraint employee_limit_not_negative check (monthly_minor >= 0)
);

create index employee_by_member on accounts.employee (member_id);

create table accounts.month_use (
    account_id bigint not null,
    member_id  bigint not null,
    month      date   not null,
    used_minor bigint not null,
    constraint month_use_pk primary key (account_id, member_id, month),
    constraint month_use_not_negative check (used_minor >= 0)
);

-- The journal: charges, what came back of them, payments. The sum is what the enterprise owes.
create table accounts.entry (
    account_id    bigint      not null,
    entry_no      bigint      not null,
    month         date        not null,
    kind          text        not null,
    minor         bigint      not null,
    balance_minor bigint      not null,
    member_id     bigint,
    order_ref     text,
    charged_in    date,
    reference     uuid        not null,
    note          text        not null,
    by_whom       text        not null,
    at            timestamptz not null,
    constraint entry_pk primary key (account_id, entry_no),
    constraint entry_reference_once unique (account_id, reference),
    constraint entry_of_account foreign key (account_id) references accounts.account (id),
    constraint entry_kind_known check (kind in ('CHARGE', 'CREDIT', 'PAYMENT')),
    constraint entry_signed check ((kind = 'CHARGE' and minor > 0) or (kind <> 'CHARGE' and minor < 0)),
    constraint entry_first_day check (extract(day from month) = 1),
    constraint entry_names_its_order check ((kind = 'PAYMENT') = (order_ref is null))
);

create index entry_of_month on accounts.entry (account_id, month, entry_no);
create index entry_of_order on accounts.entry (account_id, order_ref);

create table accounts.month (
    account_id bigint      not null,
    month      date        not null,
    closing    bigint      not null,
    lines      bigint      not null,
    digest     text        not null,
    closed_at  timestamptz not null,
    closed_by  text        not null,
    constraint month_pk primary key (account_id, month),
    constraint month_of_account foreign key (account_id) references accounts.account (id)
);

create function accounts.refuse_closed_month() returns trigger language plpgsql as $$
begin
  if exists (select 1 from accounts.month m
             where m.account_id = new.account_id and m.month = new.month) then
    raise exception 'the month % of account % is closed', new.month, new.account_id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger entry_month_is_open before insert on accounts.entry
  for each row execute function accounts.refuse_closed_month();

create function accounts.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % of accounts.% refused', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger entry_append_only before update or delete or truncate on accounts.entry
  for each statement execute function accounts.refuse_change();
create trigger month_append_only before update or delete or truncate on accounts.month
  for each statement execute function accounts.refuse_change();

comment on column accounts.account.id is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.account.name is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.account.credit_code is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.account.credit_minor is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.account.owed_minor is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.account.last_entry is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.account.active is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.account.opened_at is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.account.opened_by is 'class=personal; purpose=bookings on account; retention=10 years';
comment on column accounts.employee.account_id is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.employee.member_id is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.employee.cost_centre is 'class=personal; purpose=bookings on account; retention=10 years';
comment on column accounts.employee.monthly_minor is 'class=personal; purpose=bookings on account; retention=10 years';
comment on column accounts.employee.active is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.employee.since is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.month_use.account_id is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.month_use.member_id is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.month_use.month is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.month_use.used_minor is 'class=personal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.account_id is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.entry_no is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.month is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.kind is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.minor is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.balance_minor is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.member_id is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.order_ref is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.charged_in is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.reference is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.note is 'class=personal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.by_whom is 'class=personal; purpose=bookings on account; retention=10 years';
comment on column accounts.entry.at is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.month.account_id is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.month.month is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.month.closing is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.month.lines is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.month.digest is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.month.closed_at is 'class=internal; purpose=bookings on account; retention=10 years';
comment on column accounts.month.closed_by is 'class=personal; purpose=bookings on account; retention=10 years';
