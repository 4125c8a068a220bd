-- why: statements of an enterprise are compared with all orders on its account
-- locks: writes to booking.payment_plan wait while the index is built; few plans name an account
-- undo: drop index booking.payment_plan_by_account
create index payment_plan_by_account on booking.payment_plan (account_id, order_id)
    where account_id is not null;
