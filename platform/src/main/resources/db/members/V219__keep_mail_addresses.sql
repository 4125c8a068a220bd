-- why: where mail reaches a member who gave an address
-- locks: none, new table
-- undo: drop table membership.mail_address
create table membership.mail_address (
    member_id bigint      not null,
    sealed    bytea       not null,
    given_at  timestamptz not null,
    constraint mail_address_pk primary key (member_id)
);
comment on column membership.mail_address.member_id is 'class=internal; purpose=whose; retention=membership';
comment on column membership.mail_address.sealed is 'class=personal; purpose=sending mail the member agreed to; retention=membership';
comment on column membership.mail_address.given_at is 'class=internal; purpose=history; retention=membership';
