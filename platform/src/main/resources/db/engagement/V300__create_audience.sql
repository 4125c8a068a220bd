-- why: what is known of members for tags and segments, mirrored from facts; live membership with its reasons
-- locks: none, new schema
-- undo: drop schema audience cascade

create schema audience;

create table audience.member_trait (
    member_id       bigint  not null,
    birth_date      date,
    gender          text    not null default 'unknown',
    city            text,
    tier            text,
    points          bigint  not null default 0,
    joined_on       date    not null,
    trips_12m       bigint  not null default 0,
    spend_12m_minor bigint  not null default 0,
    last_trip_on    date,
    visits_12m      bigint  not null default 0,
    last_visit_on   date,
    student         boolean not null default false,
    student_until   date,
    senior          boolean not null default false,
    tags            text[]  not null default '{}',
    consents        text[]  not null default '{}',
    refused         text[]  not null default '{}',
    reachable       text[]  not null default '{}',
    due_on          date,
    version         bigint  not null default 0,
    constraint member_trait_pk primary key (member_id)
);
create index member_trait_due_idx on audience.member_trait (due_on) where due_on is not null;
comment on column audience.member_trait.member_id is 'class=personal; purpose=whose traits; retention=membership';
comment on column audience.member_trait.birth_date is 'class=personal; purpose=age in conditions; retention=membership';
comment on column audience.member_trait.gender is 'class=personal; purpose=conditions; retention=membership';
comment on column audience.member_trait.city is 'class=personal; purpose=conditions; retention=membership';
comment on column audience.member_trait.tier is 'class=personal; purpose=conditions; retention=membership';
comment on column audience.member_trait.points is 'class=personal; purpose=conditions; retention=membership';
comment on column audience.member_trait.joined_on is 'class=personal; purpose=conditions; retention=membership';
comment on column audience.member_trait.trips_12m is 'class=personal; purpose=trips in the last 365 days; retention=membership';
comment on column audience.member_trait.spend_12m_minor is 'class=personal; purpose=fares in the last 365 days; retention=membership';
comment on column audience.member_trait.last_trip_on is 'class=personal; purpose=conditions; retention=membership';
comment on column audience.member_trait.visits_12m is 'class=personal; purpose=park visits in the last 365 days; retention=membership';
comment on column audience.member_trait.last_visit_on is 'class=personal; purpose=conditions; retention=membership';
comment on column audience.member_trait.student is 'class=personal; purpose=verified student today; retention=membership';
comment on column audience.member_trait.student_until is 'class=personal; purpose=last day of the verification; retention=membership';
comment on column audience.member_trait.senior is 'class=personal; purpose=sixty or older today; retention=membership';
comment on column audience.member_trait.tags is 'class=personal; purpose=conditions on tags; retention=membership';
comment on column audience.member_trait.consents is 'class=personal; purpose=channels with consent to marketing; retention=membership';
comment on column audience.member_trait.refused is 'class=personal; purpose=channels where consent was withdrawn; retention=membership';
comment on column audience.member_trait.reachable is 'class=personal; purpose=channels with an address; retention=membership';
comment on column audience.member_trait.due_on is 'class=internal; purpose=day on which time alone may change something; retention=membership';
comment on column audience.member_trait.version is 'class=internal; purpose=order of changes for the sets in memory; retention=membership';

create table audience.deed (
    member_id    bigint not null,
    event        text   not null,
    reference    text   not null,
    on_day       date   not null,
    amount_minor bigint not null default 0,
    seat_class   text,
    from_station text,
    to_station   text,
    constraint deed_pk primary key (member_id, event, reference)
);
create index deed_day_idx on audience.deed (member_id, event, on_day);
comment on column audience.deed.member_id is 'class=personal; purpose=who did it; retention=36 months';
comment on column audience.deed.event is 'class=internal; purpose=what was done; retention=36 months';
comment on column audience.deed.reference is 'class=internal; purpose=counts once; retention=36 months';
comment on column audience.deed.on_day is 'class=personal; purpose=windows of conditions, venue day; retention=36 months';
comment on column audience.deed.amount_minor is 'class=personal; purpose=conditions on behaviour; retention=36 months';
comment on column audience.deed.seat_class is 'class=personal; purpose=conditions on behaviour; retention=36 months';
comment on column audience.deed.from_station is 'class=personal; purpose=conditions on behaviour; retention=36 months';
comment on column audience.deed.to_station is 'class=personal; purpose=conditions on behaviour; retention=36 months';

create table audience.tag (
    code           text  not null,
    name_zh        text  not null,
    name_en        text  not null,
    condition      jsonb not null,
    constraint tag_pk primary key (code)
);
comment on column audience.tag.code is 'class=internal; purpose=stable name; retention=forever';
comment on column audience.tag.name_zh is 'class=internal; purpose=shown; retention=forever';
comment on column audience.tag.name_en is 'class=internal; purpose=shown; retention=forever';
comment on column audience.tag.condition is 'class=internal; purpose=rule; retention=forever';

create table audience.member_tag (
    member_id   bigint      not null,
    tag         text        not null,
    added_at    timestamptz not null,
    cause       text        not null,
    explanation jsonb,
    constraint member_tag_pk primary key (member_id, tag)
);
create index member_tag_tag_idx on audience.member_tag (tag, member_id);
comment on column audience.member_tag.member_id is 'class=personal; purpose=who carries the tag; retention=membership';
comment on column audience.member_tag.tag is 'class=personal; purpose=which tag; retention=membership';
comment on column audience.member_tag.added_at is 'class=personal; purpose=since when; retention=membership';
comment on column audience.member_tag.cause is 'class=internal; purpose=what happened then; retention=membership';
comment on column audience.member_tag.explanation is 'class=personal; purpose=reasons seen then, null when set in bulk; retention=membership';

create sequence audience.segment_number;

create table audience.segment (
    id           bigint      not null default nextval('audience.segment_number'),
    name_zh      text        not null,
    name_en      text        not null,
    state        text        not null default 'draft',
    version      int         not null default 1,
    condition    jsonb       not null,
    updated_at   timestamptz not null,
    published_at timestamptz,
    constraint segment_pk primary key (id),
    constraint segment_name_zh_unique unique (name_zh),
    constraint segment_state_known check (state in ('draft', 'published'))
);
comment on column audience.segment.id is 'class=internal; purpose=key; retention=forever';
comment on column audience.segment.name_zh is 'class=internal; purpose=shown; retention=forever';
comment on column audience.segment.name_en is 'class=internal; purpose=shown; retention=forever';
comment on column audience.segment.state is 'class=internal; purpose=only published ones have members; retention=forever';
comment on column audience.segment.version is 'class=internal; purpose=which condition decided; retention=forever';
comment on column audience.segment.condition is 'class=internal; purpose=rule; retention=forever';
comment on column audience.segment.updated_at is 'class=internal; purpose=shown; retention=forever';
comment on column audience.segment.published_at is 'class=internal; purpose=shown; retention=forever';

create table audience.segment_member (
    segment_id  bigint      not null,
    member_id   bigint      not null,
    since       timestamptz not null,
    cause       text        not null,
    explanation jsonb,
    constraint segment_member_pk primary key (segment_id, member_id)
);
create index segment_member_member_idx on audience.segment_member (member_id, segment_id);
comment on column audience.segment_member.segment_id is 'class=internal; purpose=which segment; retention=membership';
comment on column audience.segment_member.member_id is 'class=personal; purpose=who is in; retention=membership';
comment on column audience.segment_member.since is 'class=personal; purpose=since when; retention=membership';
comment on column audience.segment_member.cause is 'class=internal; purpose=what happened then; retention=membership';
comment on column audience.segment_member.explanation is 'class=personal; purpose=reasons seen then, null after a recount; retention=membership';

create table audience.segment_day (
    segment_id bigint not null,
    on_day     date   not null,
    entered    int    not null default 0,
    departed   int    not null default 0,
    constraint segment_day_pk primary key (segment_id, on_day)
);
comment on column audience.segment_day.segment_id is 'class=internal; purpose=which segment; retention=36 months';
comment on column audience.segment_day.on_day is 'class=internal; purpose=which day; retention=36 months';
comment on column audience.segment_day.entered is 'class=internal; purpose=shown per day; retention=36 months';
comment on column audience.segment_day.departed is 'class=internal; purpose=shown per day; retention=36 months';
