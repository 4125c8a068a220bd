-- why: rules that people decide are data; each version stays so that old decisions can be explained
-- locks: none, new table
-- undo: drop table foundation.setting
create table foundation.setting (
    code       text        not null,
    version    integer     not null,
    body       json        not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    constraint setting_pk primary key (code, version)
);

comment on column foundation.setting.code is 'class=internal; purpose=rules people decide; retention=forever';
comment on column foundation.setting.version is 'class=internal; purpose=rules people decide; retention=forever';
comment on column foundation.setting.body is 'class=internal; purpose=rules people decide; retention=forever';
comment on column foundation.setting.changed_by is 'class=internal; purpose=rules people decide; retention=forever';
comment on column foundation.setting.changed_at is 'class=internal; purpose=rules people decide; retention=forever';
