-- why: the link under a mail names the message it stood in
-- locks: short on messaging.message
-- undo: drop index messaging.message_by_reference
create index message_by_reference on messaging.message (reference);
