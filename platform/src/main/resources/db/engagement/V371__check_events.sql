-- why: what each event may hold, version by version; what did not fit waits to be replayed
-- locks: none, new tables
-- undo: drop table events.quarantine; drop table events.event_type

create table events.event_type (
    name         text        not null,
    version      int         not null,
    title_zh     text        not null,
    title_en     text        not null,
    schema       jsonb       not null,
    live         boolean     not null default true,
    published_at timestamptz not null,
    constraint event_type_pk primary key (name, version)
);
comment on column events.event_type.name is 'class=internal; purpose=which event; retention=forever';
comment on column events.event_type.version is 'class=internal; purpose=counts up; retention=forever';
comment on column events.event_type.title_zh is 'class=internal; purpose=shown; retention=forever';
comment on column events.event_type.title_en is 'class=internal; purpose=shown; retention=forever';
comment on column events.event_type.schema is 'class=internal; purpose=JSON Schema of the properties; retention=forever';
comment on column events.event_type.live is 'class=internal; purpose=whether events may still follow it; retention=forever';
comment on column events.event_type.published_at is 'class=internal; purpose=shown; retention=forever';

create table events.quarantine (
    id          bigint      generated always as identity,
    source_id   int         not null,
    digest      bytea       not null,
    call        text,
    raw         text        not null,
    field       text        not null,
    remedy_zh   text        not null,
    remedy_en   text        not null,
    sent_at     timestamptz,
    received_at timestamptz not null,
    state       text        not null default 'waiting',
    settled_at  timestamptz,
    constraint quarantine_pk primary key (id),
    constraint quarantine_once unique (source_id, digest),
    constraint quarantine_state_known check (state in ('waiting', 'replayed', 'dropped'))
);
create index quarantine_waiting_idx on events.quarantine (id) where state = 'waiting';
comment on column events.quarantine.id is 'class=internal; purpose=key; retention=90 days';
comment on column events.quarantine.source_id is 'class=internal; purpose=who sent it; retention=90 days';
comment on column events.quarantine.digest is 'class=internal; purpose=the same message waits once; retention=90 days';
comment on column events.quarantine.call is 'class=internal; purpose=call of a single message; retention=90 days';
comment on column events.quarantine.raw is 'class=personal; purpose=the message as sent; retention=90 days';
comment on column events.quarantine.field is 'class=internal; purpose=what is wrong; retention=90 days';
comment on column events.quarantine.remedy_zh is 'class=internal; purpose=what to do; retention=90 days';
comment on column events.quarantine.remedy_en is 'class=internal; purpose=what to do; retention=90 days';
comment on column events.quarantine.sent_at is 'class=internal; purpose=clock of the sender; retention=90 days';
comment on column events.quarantine.received_at is 'class=internal; purpose=time of the event once replayed; retention=90 days';
comment on column events.quarantine.state is 'class=internal; purpose=what became of it; retention=90 days';
comment on column events.quarantine.settled_at is 'class=internal; purpose=when; retention=90 days';
