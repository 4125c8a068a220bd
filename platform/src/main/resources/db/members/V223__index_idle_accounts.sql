-- why: an index whose condition names the balance makes every posting write all indexes of the account
-- locks: short exclusive lock on wallet.account
-- undo: drop index wallet.account_idle and create it with its condition on available

drop index wallet.account_idle;
create index account_idle on wallet.account (active_until) where active_until is not null;
alter table wallet.account set (fillfactor = 80);
