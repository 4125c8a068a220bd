-- why: a message that tries the cheapest channel first and the next one only when nothing arrived
-- locks: none, new table
-- undo: drop table messaging.cascade

create table messaging.cascade (
    reference       uuid        not null,
    member_id       bigint      not null,
    purpose         text        not null,
    template_code   text        not null,
    template_values jsonb       not null,
    source          text        not null,
    channels        text[]      not null,
    patience        int         not null,
    place           int         not null,
    state           text        not null,
    due_at          timestamptz not null,
    deadline        timestamptz not null,
    constraint cascade_pk primary key (reference),
    constraint cascade_state_known check (state in ('trying', 'reached', 'exhausted'))
);
create index cascade_by_due on messaging.cascade (due_at) where state = 'trying';
comment on column messaging.cascade.reference is 'class=internal; purpose=once per wish; retention=24 months';
comment on column messaging.cascade.member_id is 'class=internal; purpose=whom; retention=24 months';
comment on column messaging.cascade.purpose is 'class=internal; purpose=consent asked for; retention=24 months';
comment on column messaging.cascade.template_code is 'class=internal; purpose=what; retention=24 months';
comment on column messaging.cascade.template_values is 'class=personal; purpose=values of the text, never a name, phone or document; retention=24 months';
comment on column messaging.cascade.source is 'class=internal; purpose=what asked for it; retention=24 months';
comment on column messaging.cascade.channels is 'class=internal; purpose=in which order; retention=24 months';
comment on column messaging.cascade.patience is 'class=internal; purpose=minutes until the next channel is tried; retention=24 months';
comment on column messaging.cascade.place is 'class=internal; purpose=how far it is; retention=24 months';
comment on column messaging.cascade.state is 'class=internal; purpose=whether it goes on; retention=24 months';
comment on column messaging.cascade.due_at is 'class=internal; purpose=when to look next; retention=24 months';
comment on column messaging.cascade.deadline is 'class=internal; purpose=when the next channel is tried; retention=24 months';
