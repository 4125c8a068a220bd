-- why: accountants match the money of one day
-- locks: reads payment.capture while the index is built
-- undo: drop index payment.capture_by_time
create index capture_by_time on payment.capture (captured_at);
