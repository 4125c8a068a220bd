-- why: keys that sign stand in foundation.signing_key for all; codes are signed anew when shown
-- locks: short, a table nobody reads any more
-- undo: none, the keys are made anew
drop table booking.ticket_key;
