-- why: operators define traits that follow from what members did, kept up with every event and with time
-- locks: none, new table
-- undo: drop table audience.computed_trait
create table audience.computed_trait (
    code       text        not null,
    name_zh    text        not null,
    name_en    text        not null,
    definition jsonb       not null,
    set_by     text        not null,
    set_at     timestamptz not null,
    constraint computed_trait_pk primary key (code),
    constraint computed_trait_name_zh_unique unique (name_zh)
);
comment on column audience.computed_trait.code is 'class=internal; purpose=stable name; retention=while the trait exists';
comment on column audience.computed_trait.name_zh is 'class=internal; purpose=shown; retention=while the trait exists';
comment on column audience.computed_trait.name_en is 'class=internal; purpose=shown; retention=while the trait exists';
comment on column audience.computed_trait.definition is 'class=internal; purpose=what is computed; retention=while the trait exists';
comment on column audience.computed_trait.set_by is 'class=internal; purpose=who defined it; retention=while the trait exists';
comment on column audience.computed_trait.set_at is 'class=internal; purpose=since when; retention=while the trait exists';
