-- why: a program of one venue sees that venue, as its staff does
-- locks: short, renames and rewrites a table of a few rows
-- undo: delete the rows of clients, add staff_id back from holder, rename to staff_scope
alter table venues.staff_scope rename to caller_scope;
alter table venues.caller_scope add column holder text;
update venues.caller_scope set holder = 'staff:' || staff_id;
alter table venues.caller_scope drop constraint staff_scope_pk;
alter table venues.caller_scope drop column staff_id;
alter table venues.caller_scope alter column holder set not null;
alter table venues.caller_scope rename constraint staff_scope_of_venue to caller_scope_of_venue;
alter table venues.caller_scope add constraint caller_scope_pk primary key (holder, venue);
alter table venues.caller_scope add constraint caller_scope_of_somebody
    check (holder ~ '^(staff|client):[0-9]+$');
comment on column venues.caller_scope.holder is 'class=internal; purpose=whose view is limited; retention=forever';
