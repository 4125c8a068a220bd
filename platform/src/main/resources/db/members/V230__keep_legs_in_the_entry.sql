-- why: legs and lots of a posting stand in the row of its entry: three rows and three random pages fewer per posting
-- locks: rewrites wallet.entry under an exclusive lock
-- undo: create tables posting and allocation from the views of that name, then drop the views and the columns

alter table wallet.entry
    add column available_change   bigint,
    add column held_change        bigint,
    add column pending_change     bigint,
    add column debt_change        bigint,
    add column issuance_change    bigint,
    add column redemption_change  bigint,
    add column breakage_change    bigint,
    add column written_off_change bigint,
    add column transit_change     bigint,
    add column lot_nos            bigint[],
    add column lot_amounts        bigint[];

alter table wallet.entry disable trigger entry_is_append_only;

update wallet.entry e
set available_change = p.available, held_change = p.held, pending_change = p.pending,
    debt_change = p.debt, issuance_change = p.issuance, redemption_change = p.redemption,
    breakage_change = p.breakage, written_off_change = p.written_off, transit_change = p.transit
from (
  select member_id, currency, entry_no,
         sum(amount) filter (where place = 'AVAILABLE') as available,
         sum(amount) filter (where place = 'HELD') as held,
         sum(amount) filter (where place = 'PENDING') as pending,
         sum(amount) filter (where place = 'DEBT') as debt,
         sum(amount) filter (where place = 'ISSUANCE') as issuance,
         sum(amount) filter (where place = 'REDEMPTION') as redemption,
         sum(amount) filter (where place = 'BREAKAGE') as breakage,
         sum(amount) filter (where place = 'WRITTEN_OFF') as written_off,
         sum(amount) filter (where place = 'TRANSIT') as transit
  from wallet.posting
  group by member_id, currency, entry_no) p
where (e.member_id, e.currency, e.entry_no) = (p.member_id, p.currency, p.entry_no);

update wallet.entry e
set lot_nos = a.lots, lot_amounts = a.amounts
from (
  select member_id, currency, entry_no,
         array_agg(lot_no order by lot_no) as lots, array_agg(amount order by lot_no) as amounts
  from wallet.allocation
  group by member_id, currency, entry_no) a
where (e.member_id, e.currency, e.entry_no) = (a.member_id, a.currency, a.entry_no);

alter table wallet.entry enable trigger entry_is_append_only;

drop table wallet.posting;
drop table wallet.allocation;
drop function wallet.refuse_imbalance();

create function wallet.all_differ(numbers bigint[]) returns boolean
language sql immutable parallel safe as
  'select count(distinct n) = count(*) from unnest(numbers) as n';

alter table wallet.entry
    add constraint posting_balanced check (
      coalesce(available_change, 0) + coalesce(held_change, 0) + coalesce(pending_change, 0)
      + coalesce(debt_change, 0) + coalesce(issuance_change, 0) + coalesce(redemption_change, 0)
      + coalesce(breakage_change, 0) + coalesce(written_off_change, 0)
      + coalesce(transit_change, 0) = 0),
    add constraint allocation_complete check (
      coalesce(cardinality(lot_nos), 0) = coalesce(cardinality(lot_amounts), 0)),
    add constraint allocation_once check (
      coalesce(cardinality(lot_nos), 0) < 2 or wallet.all_differ(lot_nos));

-- Leg by leg and lot by lot, for those who ask that way.
create view wallet.posting as
select e.member_id, e.currency, e.entry_no, p.place, p.amount
from wallet.entry e
cross join lateral (values
  ('AVAILABLE', e.available_change), ('HELD', e.held_change), ('PENDING', e.pending_change),
  ('DEBT', e.debt_change), ('ISSUANCE', e.issuance_change), ('REDEMPTION', e.redemption_change),
  ('BREAKAGE', e.breakage_change), ('WRITTEN_OFF', e.written_off_change),
  ('TRANSIT', e.transit_change)) as p (place, amount)
where p.amount is not null;

create view wallet.allocation as
select e.member_id, e.currency, e.entry_no, a.lot_no, a.amount
from wallet.entry e
cross join lateral unnest(e.lot_nos, e.lot_amounts) as a (lot_no, amount);

do $$
declare
  leg text;
begin
  foreach leg in array array['available_change', 'held_change', 'pending_change', 'debt_change',
    'issuance_change', 'redemption_change', 'breakage_change', 'written_off_change',
    'transit_change', 'lot_amounts']
  loop
    execute format('comment on column wallet.entry.%I is %L', leg,
      'class=personal; purpose=points ledger; retention=5 years after membership');
  end loop;
end $$;

call wallet.describe_columns();
