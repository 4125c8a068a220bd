-- why: whom nothing may be written to is a list that people read, add to and lift from, with who and why
-- locks: short on messaging.suppression
-- undo: drop table messaging.lifted_suppression; drop the added columns
alter table messaging.suppression
    add column since timestamptz,
    add column set_by text not null default 'system';
comment on column messaging.suppression.since is 'class=internal; purpose=from when on; retention=membership';
comment on column messaging.suppression.set_by is 'class=internal; purpose=who said so; retention=membership';

create table messaging.lifted_suppression (
    id        bigint      generated always as identity,
    member_id bigint      not null,
    channel   text        not null,
    was       text        not null,
    lifted_by text        not null,
    reason    text        not null,
    lifted_at timestamptz not null,
    constraint lifted_suppression_pk primary key (id)
);
create index lifted_suppression_by_member on messaging.lifted_suppression (member_id);
comment on column messaging.lifted_suppression.id is 'class=internal; purpose=number; retention=3 years';
comment on column messaging.lifted_suppression.member_id is 'class=internal; purpose=who is written to again; retention=3 years';
comment on column messaging.lifted_suppression.channel is 'class=internal; purpose=over which channel; retention=3 years';
comment on column messaging.lifted_suppression.was is 'class=internal; purpose=why nothing was sent until then; retention=3 years';
comment on column messaging.lifted_suppression.lifted_by is 'class=internal; purpose=who may be asked; retention=3 years';
comment on column messaging.lifted_suppression.reason is 'class=internal; purpose=what for; retention=3 years';
comment on column messaging.lifted_suppression.lifted_at is 'class=internal; purpose=when; retention=3 years';
