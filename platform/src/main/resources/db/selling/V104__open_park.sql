-- why: rides, time slots and passes of a park
-- locks: none, new tables
-- undo: drop table catalogue.park_pass, catalogue.park_slot, catalogue.park_ride, catalogue.park
create table catalogue.park (
    park_code text not null,
    name_zh text not null,
    name_en text not null,
    demo boolean not null,
    constraint park_pk primary key (park_code)
);
comment on column catalogue.park.park_code is 'class=public; purpose=key; retention=forever';
comment on column catalogue.park.name_zh is 'class=public; purpose=name; retention=forever';
comment on column catalogue.park.name_en is 'class=public; purpose=name; retention=forever';
comment on column catalogue.park.demo is 'class=public; purpose=whether it is made up by us; retention=forever';

create table catalogue.park_ride (
    ride_code text not null,
    park_code text not null,
    name_zh text not null,
    name_en text not null,
    zone_zh text not null,
    zone_en text not null,
    capacity_per_hour integer not null,
    minimum_cm integer not null,
    thrill smallint not null,
    constraint park_ride_pk primary key (ride_code),
    constraint park_ride_park_fk foreign key (park_code) references catalogue.park,
    constraint park_ride_thrill_chk check (thrill between 1 and 5)
);
comment on column catalogue.park_ride.ride_code is 'class=public; purpose=key; retention=forever';
comment on column catalogue.park_ride.park_code is 'class=public; purpose=where; retention=forever';
comment on column catalogue.park_ride.name_zh is 'class=public; purpose=name; retention=forever';
comment on column catalogue.park_ride.name_en is 'class=public; purpose=name; retention=forever';
comment on column catalogue.park_ride.zone_zh is 'class=public; purpose=part of the park; retention=forever';
comment on column catalogue.park_ride.zone_en is 'class=public; purpose=part of the park; retention=forever';
comment on column catalogue.park_ride.capacity_per_hour is 'class=public; purpose=riders an hour; retention=forever';
comment on column catalogue.park_ride.minimum_cm is 'class=public; purpose=height of the smallest rider; retention=forever';
comment on column catalogue.park_ride.thrill is 'class=public; purpose=1 gentle to 5 wild; retention=forever';

create table catalogue.park_slot (
    park_code text not null,
    slot_date date not null,
    starts time not null,
    ends time not null,
    capacity integer not null,
    price_minor integer not null,
    currency text not null,
    constraint park_slot_pk primary key (park_code, slot_date, starts),
    constraint park_slot_park_fk foreign key (park_code) references catalogue.park,
    constraint park_slot_time_chk check (starts < ends),
    constraint park_slot_capacity_chk check (capacity >= 0)
);
comment on column catalogue.park_slot.park_code is 'class=public; purpose=where; retention=forever';
comment on column catalogue.park_slot.slot_date is 'class=public; purpose=day; retention=forever';
comment on column catalogue.park_slot.starts is 'class=public; purpose=entry from; retention=forever';
comment on column catalogue.park_slot.ends is 'class=public; purpose=entry until; retention=forever';
comment on column catalogue.park_slot.capacity is 'class=public; purpose=visitors; retention=forever';
comment on column catalogue.park_slot.price_minor is 'class=public; purpose=price of a ticket; retention=forever';
comment on column catalogue.park_slot.currency is 'class=public; purpose=ISO 4217; retention=forever';

create table catalogue.park_pass (
    pass_code text not null,
    park_code text not null,
    name_zh text not null,
    name_en text not null,
    valid_days integer not null,
    price_minor integer not null,
    currency text not null,
    constraint park_pass_pk primary key (pass_code),
    constraint park_pass_park_fk foreign key (park_code) references catalogue.park,
    constraint park_pass_days_chk check (valid_days > 0)
);
comment on column catalogue.park_pass.pass_code is 'class=public; purpose=key; retention=forever';
comment on column catalogue.park_pass.park_code is 'class=public; purpose=where; retention=forever';
comment on column catalogue.park_pass.name_zh is 'class=public; purpose=name; retention=forever';
comment on column catalogue.park_pass.name_en is 'class=public; purpose=name; retention=forever';
comment on column catalogue.park_pass.valid_days is 'class=public; purpose=days from first use; retention=forever';
comment on column catalogue.park_pass.price_minor is 'class=public; purpose=price; retention=forever';
comment on column catalogue.park_pass.currency is 'class=public; purpose=ISO 4217; retention=forever';
