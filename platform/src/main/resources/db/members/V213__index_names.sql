-- why: staff finds members by name, pinyin and initials; names stay sealed, only keyed digests are kept
-- locks: none, new table
-- undo: drop table membership.name_key
create table membership.name_key (
    key       bytea   not null,
    member_id bigint  not null,
    kind      smallint not null,
    constraint name_key_pk primary key (key, member_id, kind),
    constraint name_key_kind_known check (kind between 1 and 3)
);

create index name_key_by_member on membership.name_key (member_id);

comment on column membership.name_key.key is 'class=personal; purpose=search; retention=membership';
comment on column membership.name_key.member_id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.name_key.kind is 'class=internal; purpose=search; retention=membership';
