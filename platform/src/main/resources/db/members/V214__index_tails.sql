-- why: a desk asks for the last four characters of a phone or a document; members registered before
-- an index existed are found by it only after they were indexed as well
-- locks: membership.name_key for the length of a scan of it; the other is a new table
-- undo: drop table membership.index_debt; alter table membership.name_key drop constraint
-- name_key_kind_known, add constraint name_key_kind_known check (kind between 1 and 3)
alter table membership.name_key drop constraint name_key_kind_known;
alter table membership.name_key
    add constraint name_key_kind_known check (kind between 1 and 5);

create table membership.index_debt (
    reason         text   not null,
    through_member bigint not null,
    job_id         text,
    constraint index_debt_pk primary key (reason)
);

insert into membership.index_debt (reason, through_member)
select 'tails', max(id) from membership.member having max(id) is not null;

comment on column membership.index_debt.reason is 'class=internal; purpose=search; retention=permanent';
comment on column membership.index_debt.through_member is 'class=internal; purpose=search; retention=permanent';
comment on column membership.index_debt.job_id is 'class=internal; purpose=search; retention=permanent';
