-- why: an index whose condition names the rest of a lot makes every posting write all indexes of the lot
-- locks: rewrites wallet.lot under an exclusive lock
-- undo: drop index wallet.lot_due, drop column live, create the index with its condition on free

drop index wallet.lot_due;
alter table wallet.lot set (fillfactor = 80);
-- Changes only when a lot is emptied or filled again; until then its row is updated in its page.
alter table wallet.lot add column live boolean generated always as (free > 0) stored;
create index lot_due on wallet.lot (last_day, member_id, currency) where live;
call wallet.describe_columns();
