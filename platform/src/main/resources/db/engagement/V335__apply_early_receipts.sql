-- why: a receipt may come before the reference it names is committed; it is applied once it is
-- locks: short on messaging.receipt while the index is built
-- undo: drop the index
create index receipt_not_applied on messaging.receipt (happened_at) where not applied;
