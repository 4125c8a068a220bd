-- why: accountants match the orders of one day
-- locks: reads booking.orders while the index is built
-- undo: drop index booking.orders_settled
create index orders_settled on booking.orders (settled_at) where settled_at is not null;
