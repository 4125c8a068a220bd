-- why: what apps, sites, tills and partners report about people, each message once
-- locks: none, new schema
-- undo: drop schema events cascade

create schema events;

create table events.source (
    id          int         generated always as identity,
    name        text        not null,
    kind        text        not null,
    venue       text,
    zone        text,
    key_prefix  text        not null,
    key_digest  bytea       not null,
    created_at  timestamptz not null,
    revoked_at  timestamptz,
    constraint source_pk primary key (id),
    constraint source_name_unique unique (name),
    constraint source_key_unique unique (key_digest),
    constraint source_kind_known
        check (kind in ('web', 'app', 'server', 'till', 'kiosk', 'gate', 'hotel', 'wechat', 'ota', 'file'))
);
comment on column events.source.id is 'class=internal; purpose=key, scope of message ids; retention=forever';
comment on column events.source.name is 'class=internal; purpose=shown; retention=forever';
comment on column events.source.kind is 'class=internal; purpose=what sort of sender, which devices are shared; retention=forever';
comment on column events.source.venue is 'class=internal; purpose=venue of events that name none; retention=forever';
comment on column events.source.zone is 'class=internal; purpose=zone of events that name none; retention=forever';
comment on column events.source.key_prefix is 'class=internal; purpose=recognise a key; retention=forever';
comment on column events.source.key_digest is 'class=sensitive; purpose=check a key; retention=forever';
comment on column events.source.created_at is 'class=internal; purpose=shown; retention=forever';
comment on column events.source.revoked_at is 'class=internal; purpose=closed since; retention=forever';

-- Names a commit of the intake; every row of the commit carries it.
create sequence events.batch_number;

-- The home day follows from the message, not from its arrival, so a repeated message meets its first copy.
create table events.event (
    home_day     date        not null,
    source_id    int         not null,
    message_id   text        not null,
    batch        bigint      not null default currval('events.batch_number'),
    call         text        not null,
    name         text        not null,
    user_id      text,
    anonymous_id text,
    device_id    text,
    detail       text,
    happened_at  timestamptz not null,
    claimed_at   timestamptz,
    received_at  timestamptz not null,
    venue        text,
    zone         text,
    schema_version int       not null default 0,
    external_ids jsonb,
    properties   jsonb       not null,
    constraint event_pk primary key (home_day, source_id, message_id),
    constraint event_call_known
        check (call in ('identify', 'track', 'page', 'screen', 'group', 'alias'))
) partition by range (home_day);
create index event_batch_idx on events.event (batch);
comment on column events.event.home_day is 'class=internal; purpose=part of the key, UTC day the message claims; retention=13 months';
comment on column events.event.source_id is 'class=internal; purpose=who sent it; retention=13 months';
comment on column events.event.message_id is 'class=internal; purpose=counts once; retention=13 months';
comment on column events.event.batch is 'class=internal; purpose=commit it came with; retention=13 months';
comment on column events.event.call is 'class=internal; purpose=which of the six calls; retention=13 months';
comment on column events.event.name is 'class=internal; purpose=what happened; retention=13 months';
comment on column events.event.user_id is 'class=personal; purpose=whom the sender knows; retention=13 months';
comment on column events.event.anonymous_id is 'class=personal; purpose=whom the sender does not know yet; retention=13 months';
comment on column events.event.device_id is 'class=personal; purpose=on which device; retention=13 months';
comment on column events.event.detail is 'class=personal; purpose=previous id, group or page name; retention=13 months';
comment on column events.event.happened_at is 'class=personal; purpose=when, corrected for the sender''s clock; retention=13 months';
comment on column events.event.claimed_at is 'class=internal; purpose=when the sender says, as sent; retention=13 months';
comment on column events.event.received_at is 'class=internal; purpose=when it was received; retention=13 months';
comment on column events.event.venue is 'class=personal; purpose=where; retention=13 months';
comment on column events.event.zone is 'class=personal; purpose=where within the venue; retention=13 months';
comment on column events.event.schema_version is 'class=internal; purpose=by which schema it was found right, 0 for none; retention=13 months';
comment on column events.event.external_ids is 'class=personal; purpose=typed identifiers the sender gives; retention=13 months';
comment on column events.event.properties is 'class=personal; purpose=properties or traits; retention=13 months';
