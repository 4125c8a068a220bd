-- why: points by double entry: entries and postings that are only ever added, lots, allocations, holds
-- locks: none, new schema
-- undo: drop schema wallet cascade

create schema wallet;

create table wallet.currency (
    code           text    not null,
    name_zh        text    not null,
    name_en        text    not null,
    term_months    integer not null,
    term_rounding  text    not null,
    funding        text    not null,
    constraint currency_pk primary key (code),
    constraint currency_rounding_known
        check (term_rounding in ('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'))
);

insert into wallet.currency (code, name_zh, name_en, term_months, term_rounding, funding)
values ('points', '积分', 'points', 12, 'MONTH', 'railway'),
       ('qualifying', '定级积分', 'qualifying points', 12, 'MONTH', 'railway');

-- One row per account: totals for reading, and the numbers of the last entry and lot.
create table wallet.account (
    member_id   bigint not null,
    currency    text   not null,
    entries     bigint not null,
    highest_lot bigint not null,
    available   bigint not null,
    held        bigint not null,
    debt        bigint not null,
    credited    bigint not null,
    constraint account_pk primary key (member_id, currency),
    constraint account_never_negative
        check (available >= 0 and held >= 0 and debt >= 0 and credited >= 0)
);

-- The primary key is the fence: of two writers that decide on the same state one loses here.
create table wallet.entry (
    member_id      bigint      not null,
    currency       text        not null,
    entry_no       bigint      not null,
    kind           text        not null,
    reference      uuid        not null,
    asked          bigint      not null,
    amount         bigint      not null,
    about          uuid,
    source         text        not null,
    last_day       date,
    explanation_id text,
    spendable_after bigint     not null,
    posted_at      timestamptz not null,
    constraint entry_pk primary key (member_id, currency, entry_no),
    constraint entry_reference_once unique (member_id, reference),
    constraint entry_kind_known check (kind in
        ('CREDIT', 'SPEND', 'HOLD', 'CAPTURE', 'RELEASE', 'EXPIRY', 'RETURN', 'REVERSAL'))
);

create table wallet.posting (
    member_id bigint not null,
    currency  text   not null,
    entry_no  bigint not null,
    place     text   not null,
    amount    bigint not null,
    constraint posting_pk primary key (member_id, currency, entry_no, place),
    constraint posting_place_known check (place in
        ('AVAILABLE', 'HELD', 'DEBT', 'ISSUANCE', 'REDEMPTION', 'BREAKAGE'))
);

create table wallet.lot (
    member_id bigint not null,
    currency  text   not null,
    lot_no    bigint not null,
    last_day  date   not null,
    funding   text   not null,
    source    text   not null,
    original  bigint not null,
    free      bigint not null,
    held      bigint not null,
    constraint lot_pk primary key (member_id, currency, lot_no),
    constraint lot_bucket_once unique (member_id, currency, last_day, funding, source),
    constraint lot_never_negative check (original >= 0 and free >= 0 and held >= 0)
);

create index lot_due on wallet.lot (last_day, member_id, currency) where free > 0;

create table wallet.allocation (
    member_id bigint not null,
    currency  text   not null,
    entry_no  bigint not null,
    lot_no    bigint not null,
    amount    bigint not null,
    constraint allocation_pk primary key (member_id, currency, entry_no, lot_no)
);

-- What of a spend's allocation came back, by the entry that brought it back.
create table wallet.given_back (
    member_id      bigint not null,
    currency       text   not null,
    spend_entry_no bigint not null,
    lot_no         bigint not null,
    entry_no       bigint not null,
    amount         bigint not null,
    constraint given_back_pk primary key (member_id, currency, spend_entry_no, lot_no, entry_no)
);

create table wallet.hold (
    member_id  bigint      not null,
    currency   text        not null,
    hold_id    uuid        not null,
    state      text        not null,
    entry_no   bigint      not null,
    expires_at timestamptz not null,
    constraint hold_pk primary key (member_id, currency, hold_id),
    constraint hold_state_known check (state in ('OPEN', 'CAPTURED', 'RELEASED'))
);

create index hold_due on wallet.hold (expires_at) where state = 'OPEN';

create function wallet.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % of wallet.% refused', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger entry_is_append_only before update or delete or truncate on wallet.entry
  for each statement execute function wallet.refuse_change();

create trigger posting_is_append_only before update or delete or truncate on wallet.posting
  for each statement execute function wallet.refuse_change();

create function wallet.refuse_imbalance() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select p.member_id, p.currency, p.entry_no, sum(p.amount) as total into wrong
  from added p
  group by p.member_id, p.currency, p.entry_no
  having sum(p.amount) <> 0
  limit 1;
  if found then
    raise exception 'postings of member % entry % (%) sum to %, not to 0',
      wrong.member_id, wrong.entry_no, wrong.currency, wrong.total
      using errcode = 'check_violation', constraint = 'posting_balanced';
  end if;
  return null;
end $$;

-- Postings of an entry arrive in one statement, so the check sees all of them.
create trigger posting_balanced after insert on wallet.posting
  referencing new table as added
  for each statement execute function wallet.refuse_imbalance();

comment on column wallet.currency.code is 'class=public; purpose=rules of a currency; retention=forever';
comment on column wallet.currency.name_zh is 'class=public; purpose=rules of a currency; retention=forever';
comment on column wallet.currency.name_en is 'class=public; purpose=rules of a currency; retention=forever';
comment on column wallet.currency.term_months is 'class=public; purpose=rules of a currency; retention=forever';
comment on column wallet.currency.term_rounding is 'class=public; purpose=rules of a currency; retention=forever';
comment on column wallet.currency.funding is 'class=public; purpose=rules of a currency; retention=forever';
comment on column wallet.account.member_id is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.account.currency is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.account.entries is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.account.highest_lot is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.account.available is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.account.held is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.account.debt is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.account.credited is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.member_id is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.currency is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.entry_no is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.kind is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.reference is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.asked is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.amount is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.about is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.source is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.last_day is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.explanation_id is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.spendable_after is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.entry.posted_at is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.posting.member_id is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.posting.currency is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.posting.entry_no is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.posting.place is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.posting.amount is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.lot.member_id is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.lot.currency is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.lot.lot_no is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.lot.last_day is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.lot.funding is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.lot.source is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.lot.original is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.lot.free is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.lot.held is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.allocation.member_id is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.allocation.currency is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.allocation.entry_no is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.allocation.lot_no is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.allocation.amount is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.given_back.member_id is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.given_back.currency is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.given_back.spend_entry_no is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.given_back.lot_no is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.given_back.entry_no is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.given_back.amount is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.hold.member_id is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.hold.currency is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.hold.hold_id is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.hold.state is 'class=personal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.hold.entry_no is 'class=internal; purpose=points ledger; retention=5 years after membership';
comment on column wallet.hold.expires_at is 'class=personal; purpose=points ledger; retention=5 years after membership';
