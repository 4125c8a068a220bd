-- why: what points owe, per cohort and month, with the accounting postings that follow; closed months stay closed
-- locks: none, new tables
-- undo: drop the tables and functions below

-- What a thousand points are worth and how many of a thousand will be redeemed, as estimated from a month on.
create table wallet.point_estimate (
    currency            text    not null,
    valid_from          date    not null,
    minor_per_thousand  bigint  not null,
    redemption_permille integer not null,
    constraint point_estimate_pk primary key (currency, valid_from),
    constraint point_estimate_range
        check (minor_per_thousand >= 0 and redemption_permille between 1 and 1000)
);

insert into wallet.point_estimate
values ('points', date '2020-01-01', 1000, 850);

create table wallet.liability_period (
    currency  text not null,
    period    date not null,
    state     text not null,
    ran_at    timestamptz not null,
    locked_by text,
    locked_at timestamptz,
    constraint liability_period_pk primary key (currency, period),
    constraint liability_period_first_day check (extract(day from period) = 1),
    constraint liability_period_state_known check (state in ('OPEN', 'LOCKED'))
);

-- Running totals at the end of the month; a cohort is the value that ends on one day.
create table wallet.liability_line (
    currency    text   not null,
    period      date   not null,
    cohort      date   not null,
    issued      bigint not null,
    redeemed    bigint not null,
    expired     bigint not null,
    reversed    bigint not null,
    moved       bigint not null,
    outstanding bigint not null,
    allocated_minor bigint not null,
    earned_minor    bigint not null,
    constraint liability_line_pk primary key (currency, period, cohort),
    constraint liability_line_adds_up
        check (issued - redeemed - expired - reversed - moved = outstanding)
);

create table wallet.accounting_posting (
    currency text   not null,
    period   date   not null,
    account  text   not null,
    minor    bigint not null,
    constraint accounting_posting_pk primary key (currency, period, account)
);

create function wallet.refuse_closed_period() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from wallet.liability_period p
    where p.currency = coalesce(new.currency, old.currency)
      and p.period = coalesce(new.period, old.period) and p.state = 'LOCKED') then
    raise exception 'the period % of % is closed', coalesce(new.period, old.period),
      coalesce(new.currency, old.currency) using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;

create trigger line_of_open_period before insert or update or delete on wallet.liability_line
  for each row execute function wallet.refuse_closed_period();

create trigger posting_of_open_period before insert or update or delete on wallet.accounting_posting
  for each row execute function wallet.refuse_closed_period();

call wallet.describe_columns();
