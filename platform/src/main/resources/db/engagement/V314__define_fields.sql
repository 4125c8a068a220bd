-- why: operators keep things of their own about members; each source has its own value, so a weaker one never overwrites a stronger
-- locks: none, new tables
-- undo: drop table audience.field_value, audience.field
create table audience.field (
    code    text        not null,
    name_zh text        not null,
    name_en text        not null,
    kind    text        not null,
    choices jsonb       not null default '[]',
    class   text        not null,
    sources text[]      not null,
    merge   text        not null,
    set_by  text        not null,
    set_at  timestamptz not null,
    constraint field_pk primary key (code),
    constraint field_name_zh_unique unique (name_zh),
    constraint field_kind_known check (kind in ('text', 'enum', 'number', 'flag', 'date')),
    constraint field_class_known check (class in ('internal', 'personal', 'sensitive')),
    constraint field_merge_known check (merge in ('source', 'newest', 'oldest', 'largest', 'smallest', 'stays')),
    constraint field_has_a_source check (cardinality(sources) > 0),
    -- what a device says lies open in its event
    constraint sensitive_field_comes_from_people check (
        class <> 'sensitive' or not sources && array['system', 'device'])
);
comment on column audience.field.code is 'class=internal; purpose=stable name; retention=while the field exists';
comment on column audience.field.name_zh is 'class=internal; purpose=shown; retention=while the field exists';
comment on column audience.field.name_en is 'class=internal; purpose=shown; retention=while the field exists';
comment on column audience.field.kind is 'class=internal; purpose=what a value is; retention=while the field exists';
comment on column audience.field.choices is 'class=internal; purpose=the words of a list; retention=while the field exists';
comment on column audience.field.class is 'class=internal; purpose=how a value is guarded; retention=while the field exists';
comment on column audience.field.sources is 'class=internal; purpose=who may write it, the strongest first; retention=while the field exists';
comment on column audience.field.merge is 'class=internal; purpose=which value counts when two members are one person; retention=while the field exists';
comment on column audience.field.set_by is 'class=internal; purpose=who defined it; retention=while the field exists';
comment on column audience.field.set_at is 'class=internal; purpose=since when; retention=while the field exists';

create table audience.field_value (
    member_id bigint      not null,
    field     text        not null,
    source    text        not null,
    value     jsonb       not null,
    sealed    bytea,
    given_at  timestamptz not null,
    given_by  text        not null,
    constraint field_value_pk primary key (member_id, field, source),
    constraint field_value_of_a_field foreign key (field) references audience.field (code) on delete cascade
);
create index field_value_field_idx on audience.field_value (field, member_id);
comment on column audience.field_value.member_id is 'class=personal; purpose=whose value; retention=membership';
comment on column audience.field_value.field is 'class=internal; purpose=which field; retention=membership';
comment on column audience.field_value.source is 'class=internal; purpose=who said so, for its rank; retention=membership';
comment on column audience.field_value.value is 'class=personal; purpose=conditions, a day as days since 1970, true where it is sealed; retention=membership';
comment on column audience.field_value.sealed is 'class=sensitive; purpose=shown to staff who give a reason; retention=membership';
comment on column audience.field_value.given_at is 'class=personal; purpose=a late message never overwrites a newer one; retention=membership';
comment on column audience.field_value.given_by is 'class=internal; purpose=where the value comes from; retention=membership';
