-- why: tickets, passes and entitlements are signed by keys kept in one way
-- locks: none, a new table
-- undo: drop table foundation.signing_key
create table foundation.signing_key (
    purpose     text        not null,
    number      integer     not null,
    public_key  bytea       not null,
    private_key bytea       not null,
    made_at     timestamptz not null,
    constraint signing_key_pk primary key (purpose, number)
);
comment on column foundation.signing_key.purpose is 'class=internal; purpose=what the key signs; retention=as long as what it signed';
comment on column foundation.signing_key.number is 'class=internal; purpose=which key signed; retention=as long as what it signed';
comment on column foundation.signing_key.public_key is 'class=public; purpose=gates check codes by it; retention=as long as what it signed';
comment on column foundation.signing_key.private_key is 'class=sensitive; purpose=signs codes, sealed; retention=as long as what it signed';
comment on column foundation.signing_key.made_at is 'class=internal; purpose=age of the key; retention=as long as what it signed';
