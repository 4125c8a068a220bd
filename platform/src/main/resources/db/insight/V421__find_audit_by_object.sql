-- why: the trail is read from the page of the thing it is about, and by who did it
-- locks: short share locks on trust.audit_entry while the indexes are built
-- undo: drop index trust.audit_entry_subject, trust.audit_entry_actor

create index audit_entry_subject on trust.audit_entry (subject, sequence desc);
create index audit_entry_actor on trust.audit_entry (actor, sequence desc);
