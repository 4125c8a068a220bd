-- why: devices and openids that channels find members by, and how often a member may still be written to
-- locks: none, new tables
-- undo: drop table channels.quota; drop table channels.address

create table channels.address (
    channel   text        not null,
    digest    bytea       not null,
    member_id bigint      not null,
    sealed    bytea       not null,
    seen_at   timestamptz not null,
    constraint address_pk primary key (channel, digest)
);
create index address_by_member on channels.address (member_id, channel, seen_at desc);
comment on column channels.address.channel is 'class=internal; purpose=which channel; retention=membership';
comment on column channels.address.digest is 'class=personal; purpose=one owner per address; retention=membership';
comment on column channels.address.member_id is 'class=internal; purpose=whose; retention=membership';
comment on column channels.address.sealed is 'class=personal; purpose=where to send; retention=membership';
comment on column channels.address.seen_at is 'class=internal; purpose=old devices are forgotten; retention=membership';

create table channels.quota (
    member_id bigint  not null,
    template  text    not null,
    long_term boolean not null,
    granted   int     not null,
    used      int     not null,
    constraint quota_pk primary key (member_id, template),
    constraint quota_never_overdrawn check (used between 0 and granted)
);
comment on column channels.quota.member_id is 'class=internal; purpose=who allowed it; retention=membership';
comment on column channels.quota.template is 'class=internal; purpose=which text; retention=membership';
comment on column channels.quota.long_term is 'class=internal; purpose=whether one yes holds for all; retention=membership';
comment on column channels.quota.granted is 'class=internal; purpose=how many were allowed; retention=membership';
comment on column channels.quota.used is 'class=internal; purpose=how many were sent; retention=membership';
