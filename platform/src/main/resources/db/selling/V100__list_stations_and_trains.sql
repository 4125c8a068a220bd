-- why: stations, the cities they make up, and the trains that call at them
-- locks: none, new tables
-- undo: drop schema catalogue cascade
create schema if not exists catalogue;

create table catalogue.city (
    city_code text not null,
    name_zh text not null,
    name_en text not null,
    pinyin text not null,
    initials text not null,
    derived boolean not null,
    constraint city_pk primary key (city_code)
);
comment on column catalogue.city.city_code is 'class=public; purpose=key of the group; retention=forever';
comment on column catalogue.city.name_zh is 'class=public; purpose=name; retention=forever';
comment on column catalogue.city.name_en is 'class=public; purpose=name; retention=forever';
comment on column catalogue.city.pinyin is 'class=public; purpose=search; retention=forever';
comment on column catalogue.city.initials is 'class=public; purpose=search; retention=forever';
comment on column catalogue.city.derived is 'class=public; purpose=grouped by us, not by the timetable; retention=forever';

create table catalogue.station (
    station_code text not null,
    name_zh text not null,
    name_en text not null,
    pinyin text not null,
    initials text not null,
    city_code text not null,
    longitude double precision,
    latitude double precision,
    constraint station_pk primary key (station_code),
    constraint station_city_fk foreign key (city_code) references catalogue.city
);
comment on column catalogue.station.station_code is 'class=public; purpose=key, telegraph code or the code of the feed; retention=forever';
comment on column catalogue.station.name_zh is 'class=public; purpose=name; retention=forever';
comment on column catalogue.station.name_en is 'class=public; purpose=name; retention=forever';
comment on column catalogue.station.pinyin is 'class=public; purpose=search; retention=forever';
comment on column catalogue.station.initials is 'class=public; purpose=search; retention=forever';
comment on column catalogue.station.city_code is 'class=public; purpose=group it belongs to; retention=forever';
comment on column catalogue.station.longitude is 'class=public; purpose=place, degrees; retention=forever';
comment on column catalogue.station.latitude is 'class=public; purpose=place, degrees; retention=forever';

create index station_city_idx on catalogue.station (city_code);

create table catalogue.service (
    service_id bigint generated always as identity,
    digest text not null,
    daily boolean not null,
    constraint service_pk primary key (service_id),
    constraint service_digest_uk unique (digest)
);
comment on column catalogue.service.service_id is 'class=public; purpose=key; retention=forever';
comment on column catalogue.service.digest is 'class=public; purpose=content, so that equal calendars are stored once; retention=forever';
comment on column catalogue.service.daily is 'class=public; purpose=runs every day without end; retention=forever';

create table catalogue.service_date (
    service_id bigint not null,
    service_date date not null,
    constraint service_date_pk primary key (service_id, service_date),
    constraint service_date_service_fk foreign key (service_id) references catalogue.service
);
comment on column catalogue.service_date.service_id is 'class=public; purpose=calendar; retention=forever';
comment on column catalogue.service_date.service_date is 'class=public; purpose=a date it runs; retention=forever';

create table catalogue.train (
    train_id bigint generated always as identity,
    source text not null,
    train_key text not null,
    code text not null,
    numbers text[] not null,
    category text not null,
    stock_code text not null,
    service_id bigint not null,
    pattern_id bigint,
    digest text not null,
    constraint train_pk primary key (train_id),
    constraint train_source_key_uk unique (source, train_key),
    constraint train_service_fk foreign key (service_id) references catalogue.service,
    constraint train_category_chk check (category in ('G', 'D', 'C', 'X'))
);
comment on column catalogue.train.train_id is 'class=public; purpose=key, kept over imports; retention=forever';
comment on column catalogue.train.source is 'class=public; purpose=feed it comes from; retention=forever';
comment on column catalogue.train.train_key is 'class=public; purpose=what the feed calls it; retention=forever';
comment on column catalogue.train.code is 'class=public; purpose=number shown; retention=forever';
comment on column catalogue.train.numbers is 'class=public; purpose=all numbers it carries; retention=forever';
comment on column catalogue.train.category is 'class=public; purpose=G, D, C or X; retention=forever';
comment on column catalogue.train.stock_code is 'class=public; purpose=seat layout; retention=forever';
comment on column catalogue.train.service_id is 'class=public; purpose=when it runs; retention=forever';
comment on column catalogue.train.pattern_id is 'class=public; purpose=its calls as of now; retention=forever';
comment on column catalogue.train.digest is 'class=public; purpose=content, to see what an import changes; retention=forever';

create index train_code_idx on catalogue.train (code, train_id);

create table catalogue.pattern (
    pattern_id bigint generated always as identity,
    train_id bigint not null,
    digest text not null,
    way_digest text not null,
    constraint pattern_pk primary key (pattern_id),
    constraint pattern_train_fk foreign key (train_id) references catalogue.train
);
comment on column catalogue.pattern.pattern_id is 'class=public; purpose=key; retention=forever';
comment on column catalogue.pattern.train_id is 'class=public; purpose=whose calls; retention=forever';
comment on column catalogue.pattern.digest is 'class=public; purpose=content; retention=forever';
comment on column catalogue.pattern.way_digest is 'class=public; purpose=stations in order; equal means calls keep their index; retention=forever';

create index pattern_train_idx on catalogue.pattern (train_id);

create table catalogue.call (
    pattern_id bigint not null,
    call_index smallint not null,
    sequence integer not null,
    station_code text not null,
    arrives integer not null,
    departs integer not null,
    kilometre integer not null,
    for_sale boolean not null,
    constraint call_pk primary key (pattern_id, call_index),
    constraint call_pattern_fk foreign key (pattern_id) references catalogue.pattern,
    constraint call_station_fk foreign key (station_code) references catalogue.station,
    constraint call_time_chk check (arrives <= departs),
    constraint call_index_chk check (call_index between 0 and 64)
);
comment on column catalogue.call.pattern_id is 'class=public; purpose=whose call; retention=forever';
comment on column catalogue.call.call_index is 'class=public; purpose=0 at the first call, without gaps; retention=forever';
comment on column catalogue.call.sequence is 'class=public; purpose=number in the source, with its gaps; retention=forever';
comment on column catalogue.call.station_code is 'class=public; purpose=where; retention=forever';
comment on column catalogue.call.arrives is 'class=public; purpose=minutes after midnight of the service date; retention=forever';
comment on column catalogue.call.departs is 'class=public; purpose=minutes after midnight of the service date; retention=forever';
comment on column catalogue.call.kilometre is 'class=public; purpose=distance from the first call; estimated where the source has none; retention=forever';
comment on column catalogue.call.for_sale is 'class=public; purpose=whether tickets to and from here are sold; retention=forever';
