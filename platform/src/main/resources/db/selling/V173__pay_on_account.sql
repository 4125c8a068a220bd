-- why: the account of an enterprise pays an order
-- locks: a column without a rewrite; one check of booking.tender is replaced, which reads the table once
-- undo: delete such orders' plans; drop the column; put the old check back
alter table booking.payment_plan add column account_id bigint;
alter table booking.tender drop constraint tender_kind_known;
alter table booking.tender add constraint tender_kind_known
    check (kind in ('POINTS', 'STORED', 'CASH', 'ACCOUNT'));

comment on column booking.payment_plan.account_id is 'class=internal; purpose=what paid the order; retention=10 years';
