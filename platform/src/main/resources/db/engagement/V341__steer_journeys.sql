-- why: failures and conversions by node, goals that come after the end, journeys stopped for good
-- locks: short on the counters and definitions of journeys
-- undo: drop the table and columns; restore definition_state_is_known of V340
alter table journey.node_counter add column failed bigint not null default 0;
alter table journey.node_counter add column converted bigint not null default 0;
comment on column journey.node_counter.departed is 'class=internal; purpose=members who left the journey while here; retention=operator';
comment on column journey.node_counter.failed is 'class=internal; purpose=times a step broke and is tried again; retention=operator';
comment on column journey.node_counter.converted is 'class=internal; purpose=members whose goal is put down to this node; retention=operator';

alter table journey.definition drop constraint definition_state_is_known;
alter table journey.definition add constraint definition_state_is_known
    check (state in ('draft', 'published', 'paused', 'stopped'));

create table journey.conversion (
    member_id    bigint      not null,
    enrolment_id bigint      not null,
    journey_id   bigint      not null,
    fact         text        not null,
    happened_at  timestamptz not null,
    node         text,
    after_end    boolean     not null,
    constraint conversion_once_per_enrolment primary key (member_id, enrolment_id)
);
comment on column journey.conversion.member_id is 'class=internal; purpose=who; retention=24 months';
comment on column journey.conversion.enrolment_id is 'class=internal; purpose=which passage; retention=24 months';
comment on column journey.conversion.journey_id is 'class=internal; purpose=which; retention=24 months';
comment on column journey.conversion.fact is 'class=internal; purpose=what was reached; retention=24 months';
comment on column journey.conversion.happened_at is 'class=internal; purpose=when; retention=24 months';
comment on column journey.conversion.node is 'class=internal; purpose=the message or gift it is put down to; retention=24 months';
comment on column journey.conversion.after_end is 'class=internal; purpose=reached after the journey ended; retention=24 months';
