-- why: events and rights name places; a place nobody listed is a typing error, told at once
-- locks: none, new schema
-- undo: drop schema venues cascade
create schema venues;

create table venues.venue (
    code       text        not null,
    name_zh    text        not null,
    name_en    text        not null,
    line       text        not null,
    created_at timestamptz not null default now(),
    constraint venue_pk primary key (code)
);
comment on column venues.venue.code is 'class=internal; purpose=named by events, orders and rights; retention=forever';
comment on column venues.venue.name_zh is 'class=public; purpose=shown; retention=forever';
comment on column venues.venue.name_en is 'class=public; purpose=shown; retention=forever';
comment on column venues.venue.line is 'class=internal; purpose=business line; retention=forever';
comment on column venues.venue.created_at is 'class=internal; purpose=record; retention=forever';

create table venues.zone (
    venue   text not null,
    code    text not null,
    name_zh text not null,
    name_en text not null,
    constraint zone_pk primary key (venue, code)
);
comment on column venues.zone.venue is 'class=internal; purpose=which venue; retention=forever';
comment on column venues.zone.code is 'class=internal; purpose=named by events; retention=forever';
comment on column venues.zone.name_zh is 'class=public; purpose=shown; retention=forever';
comment on column venues.zone.name_en is 'class=public; purpose=shown; retention=forever';

-- the two lines the platform sells for itself: their own facts land here
insert into venues.venue (code, name_zh, name_en, line) values
    ('railway', '铁路', 'Railway', 'railway'),
    ('park', '主题乐园', 'Theme park', 'park');
