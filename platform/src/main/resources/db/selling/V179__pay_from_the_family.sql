-- why: points that a family has together pay an order
-- locks: one check of booking.tender is replaced, which reads the table once
-- undo: delete such orders' plans; put the old check back
alter table booking.tender drop constraint tender_kind_known;
alter table booking.tender add constraint tender_kind_known
    check (kind in ('POINTS', 'FAMILY', 'STORED', 'CASH', 'ACCOUNT'));
