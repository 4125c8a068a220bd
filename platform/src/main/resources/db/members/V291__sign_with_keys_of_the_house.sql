-- why: keys that sign stand in foundation.signing_key for all; codes are signed anew when shown
-- locks: short, two tables nobody reads any more
-- undo: none, the keys are made anew
drop table benefits.token_key;
drop table passes.token_key;
