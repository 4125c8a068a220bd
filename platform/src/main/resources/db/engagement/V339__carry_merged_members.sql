-- why: who is one person with another counts with them towards caps; a suppressed address stays suppressed
-- locks: none, new table
-- undo: drop table messaging.counts_with
create table messaging.counts_with (
    member_id bigint not null,
    into_id   bigint not null,
    constraint counts_with_pk primary key (member_id)
);
create index counts_with_into_idx on messaging.counts_with (into_id);
comment on column messaging.counts_with.member_id is 'class=personal; purpose=found to be one person with another; retention=membership';
comment on column messaging.counts_with.into_id is 'class=personal; purpose=the member who stays; retention=membership';
