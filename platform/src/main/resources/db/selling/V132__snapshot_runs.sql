-- why: a run with a long journal loads from its newest snapshot and the lines after it
-- locks: none, new table
-- undo: drop table inventory.run_snapshot
create table inventory.run_snapshot (
    run_id bigint not null,
    sequence bigint not null,
    state bytea not null,
    constraint run_snapshot_pk primary key (run_id)
);

comment on column inventory.run_snapshot.run_id is 'class=internal; purpose=key of the run; retention=until the run is archived';
comment on column inventory.run_snapshot.sequence is 'class=internal; purpose=last line of the journal included; retention=until the run is archived';
comment on column inventory.run_snapshot.state is 'class=internal; purpose=claims, steps and limits up to that line; retention=until the run is archived';
