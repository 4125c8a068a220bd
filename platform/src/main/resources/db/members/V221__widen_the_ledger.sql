-- why: earns that wait, reversals undone, debt forgiven, last days moved; rules per currency; who and what for on every line
-- locks: short exclusive locks on the wallet's tables
-- undo: restore from the backup taken before; the journal is never rewritten

alter table wallet.currency
    add column term_kind      text    not null default 'MONTHS',
    add column term_days      integer not null default 0,
    add column term_month_day text,
    add column idle_months    integer not null default 0,
    add column take_back      text    not null default 'WITHIN_BALANCE',
    add column debt_limit     bigint  not null default 0,
    add column lapsed_return  text    not null default 'GRACE',
    add column lapsed_days    integer not null default 30,
    add column reinstate_days integer not null default 60,
    add column notice_days    integer[] not null default '{30,7}',
    add constraint currency_term_known check (term_kind in ('MONTHS', 'DAYS', 'EVERY_YEAR', 'NEVER')),
    add constraint currency_take_back_known check (take_back in ('PENDING_ONLY', 'WITHIN_BALANCE', 'DEBT')),
    add constraint currency_lapsed_known check (lapsed_return in ('GRACE', 'FORFEIT', 'FULL'));

-- Tier points of a refunded ride go as well, even when that leaves less than nothing.
update wallet.currency set take_back = 'DEBT', debt_limit = 1000000000, notice_days = '{}' where code = 'qualifying';

insert into wallet.currency
  (code, name_zh, name_en, term_months, term_rounding, funding, term_kind, idle_months, notice_days)
values ('eco', '环保积分', 'eco points', 0, 'DAY', 'park', 'NEVER', 18, '{60,14}'),
       ('meal', '订餐积分', 'meal points', 6, 'QUARTER', 'catering', 'MONTHS', 0, '{14}');

alter table wallet.account
    add column pending      bigint not null default 0,
    add column active_until date,
    add constraint account_pending_never_negative check (pending >= 0);

create index account_idle on wallet.account (active_until) where available > 0 and active_until is not null;

alter table wallet.entry
    add column order_ref text,
    add column rule      text,
    add column actor     text,
    drop constraint entry_kind_known,
    add constraint entry_kind_known check (kind in
        ('CREDIT', 'SPEND', 'HOLD', 'CAPTURE', 'RELEASE', 'EXPIRY', 'RETURN', 'REVERSAL', 'RESTORATION',
         'PROMISE', 'ACTIVATION', 'CANCELLATION', 'DEDUCTION', 'WRITE_OFF', 'MOVE', 'REINSTATEMENT'));

create index entry_about on wallet.entry (member_id, about) where about is not null;

alter table wallet.posting
    drop constraint posting_place_known,
    add constraint posting_place_known check (place in
        ('AVAILABLE', 'HELD', 'PENDING', 'DEBT', 'ISSUANCE', 'REDEMPTION', 'BREAKAGE', 'WRITTEN_OFF'));

create table wallet.promise (
    member_id    bigint not null,
    currency     text   not null,
    promise_id   uuid   not null,
    amount       bigint not null,
    left_over    bigint not null,
    order_ref    text,
    source       text   not null,
    funding      text   not null,
    activates_at timestamptz,
    constraint promise_pk primary key (member_id, currency, promise_id),
    constraint promise_within check (left_over between 0 and amount)
);

create index promise_due on wallet.promise (activates_at) where left_over > 0 and activates_at is not null;
create index promise_order on wallet.promise (order_ref) where left_over > 0;

-- One row per member, last day and threshold: nobody is told the same thing twice.
create table wallet.notice (
    member_id bigint  not null,
    currency  text    not null,
    last_day  date    not null,
    threshold integer not null,
    amount    bigint  not null,
    told_at   timestamptz not null,
    constraint notice_pk primary key (member_id, currency, last_day, threshold)
);

create table wallet.expiry_move (
    move_id    uuid   not null,
    currency   text   not null,
    from_day   date   not null,
    to_day     date   not null,
    reason     text   not null,
    actor      text   not null,
    asked_at   timestamptz not null,
    constraint expiry_move_pk primary key (move_id)
);

create table wallet.expiry_moved (
    move_id    uuid   not null,
    member_id  bigint not null,
    entry_no   bigint not null,
    amount     bigint not null,
    before_day date   not null,
    after_day  date   not null,
    constraint expiry_moved_pk primary key (move_id, member_id)
);

create trigger allocation_is_append_only before update or delete or truncate on wallet.allocation
  for each statement execute function wallet.refuse_change();

create trigger given_back_is_append_only before update or delete or truncate on wallet.given_back
  for each statement execute function wallet.refuse_change();

-- Columns of later migrations say what they are by the same rule.
create procedure wallet.describe_columns() language plpgsql as $$
declare
  each record;
begin
  for each in
    select c.relname, a.attname
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'wallet'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and col_description(c.oid, a.attnum) is null
  loop
    execute format('comment on column wallet.%I.%I is %L', each.relname, each.attname,
      case when each.relname = 'currency' then 'class=public; purpose=rules of a currency; retention=forever'
           when each.attname in ('member_id', 'amount', 'left_over', 'pending', 'order_ref', 'reason', 'evidence')
             then 'class=personal; purpose=points ledger; retention=5 years after membership'
           else 'class=internal; purpose=points ledger; retention=5 years after membership' end);
  end loop;
end $$;

call wallet.describe_columns();
