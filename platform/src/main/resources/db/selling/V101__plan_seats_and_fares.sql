-- why: where seats are and what a kilometre costs, as data
-- locks: none, new tables
-- undo: drop table catalogue.fare_rate, catalogue.coach, catalogue.rolling_stock
create table catalogue.rolling_stock (
    stock_code text not null,
    name_zh text not null,
    name_en text not null,
    standing integer not null,
    constraint rolling_stock_pk primary key (stock_code),
    constraint rolling_stock_standing_chk check (standing >= 0)
);
comment on column catalogue.rolling_stock.stock_code is 'class=public; purpose=key; retention=forever';
comment on column catalogue.rolling_stock.name_zh is 'class=public; purpose=name; retention=forever';
comment on column catalogue.rolling_stock.name_en is 'class=public; purpose=name; retention=forever';
comment on column catalogue.rolling_stock.standing is 'class=public; purpose=standing places sold at most on a leg; retention=forever';

create table catalogue.coach (
    stock_code text not null,
    place smallint not null,
    car text not null,
    seat_class text not null,
    first_row smallint not null,
    last_row smallint not null,
    letters text not null,
    constraint coach_pk primary key (stock_code, place),
    constraint coach_stock_fk foreign key (stock_code) references catalogue.rolling_stock,
    constraint coach_class_chk check (seat_class in ('business', 'first', 'second')),
    constraint coach_rows_chk check (first_row between 1 and last_row),
    constraint coach_letters_chk check (letters ~ '^[A-F]+$')
);
comment on column catalogue.coach.stock_code is 'class=public; purpose=whose coach; retention=forever';
comment on column catalogue.coach.place is 'class=public; purpose=order along the train; retention=forever';
comment on column catalogue.coach.car is 'class=public; purpose=number painted on the car; retention=forever';
comment on column catalogue.coach.seat_class is 'class=public; purpose=business, first or second; retention=forever';
comment on column catalogue.coach.first_row is 'class=public; purpose=first row number; retention=forever';
comment on column catalogue.coach.last_row is 'class=public; purpose=last row number; retention=forever';
comment on column catalogue.coach.letters is 'class=public; purpose=seats of a row, window to window; retention=forever';

create table catalogue.fare_rate (
    category text not null,
    seat_class text not null,
    minor_per_km integer not null,
    minimum_minor integer not null,
    step_minor integer not null,
    currency text not null,
    origin text not null,
    constraint fare_rate_pk primary key (category, seat_class),
    constraint fare_rate_origin_chk check (origin in ('generated', 'published')),
    constraint fare_rate_price_chk check (minor_per_km > 0 and minimum_minor > 0 and step_minor > 0)
);
comment on column catalogue.fare_rate.category is 'class=public; purpose=G, D, C or X; retention=forever';
comment on column catalogue.fare_rate.seat_class is 'class=public; purpose=class; retention=forever';
comment on column catalogue.fare_rate.minor_per_km is 'class=public; purpose=price of a kilometre; retention=forever';
comment on column catalogue.fare_rate.minimum_minor is 'class=public; purpose=no ticket costs less; retention=forever';
comment on column catalogue.fare_rate.step_minor is 'class=public; purpose=prices are multiples of this; retention=forever';
comment on column catalogue.fare_rate.currency is 'class=public; purpose=ISO 4217; retention=forever';
comment on column catalogue.fare_rate.origin is 'class=public; purpose=generated: ours; published: an operator set it; retention=forever';

insert into catalogue.rolling_stock (stock_code, name_zh, name_en, standing) values
    ('EMU8B', '八辆编组(含商务座)', 'Eight cars with business class', 60),
    ('EMU8', '八辆编组', 'Eight cars', 80);

insert into catalogue.coach (stock_code, place, car, seat_class, first_row, last_row, letters) values
    ('EMU8B', 1, '01', 'business', 1, 4, 'ACF'),
    ('EMU8B', 2, '01', 'first', 5, 11, 'ACDF'),
    ('EMU8B', 3, '02', 'second', 1, 18, 'ABCDF'),
    ('EMU8B', 4, '03', 'second', 1, 17, 'ABCDF'),
    ('EMU8B', 5, '04', 'second', 1, 17, 'ABCDF'),
    ('EMU8B', 6, '05', 'second', 1, 13, 'ABCDF'),
    ('EMU8B', 7, '06', 'second', 1, 18, 'ABCDF'),
    ('EMU8B', 8, '07', 'second', 1, 18, 'ABCDF'),
    ('EMU8B', 9, '08', 'first', 1, 10, 'ACDF'),
    ('EMU8', 1, '01', 'first', 1, 13, 'ACDF'),
    ('EMU8', 2, '02', 'second', 1, 18, 'ABCDF'),
    ('EMU8', 3, '03', 'second', 1, 18, 'ABCDF'),
    ('EMU8', 4, '04', 'second', 1, 18, 'ABCDF'),
    ('EMU8', 5, '05', 'second', 1, 13, 'ABCDF'),
    ('EMU8', 6, '06', 'second', 1, 17, 'ABCDF'),
    ('EMU8', 7, '07', 'second', 1, 17, 'ABCDF'),
    ('EMU8', 8, '08', 'second', 1, 17, 'ABCDF');

insert into catalogue.fare_rate (category, seat_class, minor_per_km, minimum_minor, step_minor, currency, origin) values
    ('G', 'business', 145, 2900, 50, 'CNY', 'generated'),
    ('G', 'first', 74, 1450, 50, 'CNY', 'generated'),
    ('G', 'second', 46, 1000, 50, 'CNY', 'generated'),
    ('G', 'standing', 46, 1000, 50, 'CNY', 'generated'),
    ('D', 'business', 110, 2200, 50, 'CNY', 'generated'),
    ('D', 'first', 37, 1000, 50, 'CNY', 'generated'),
    ('D', 'second', 31, 1000, 50, 'CNY', 'generated'),
    ('D', 'standing', 31, 1000, 50, 'CNY', 'generated'),
    ('C', 'business', 110, 2200, 50, 'CNY', 'generated'),
    ('C', 'first', 37, 1000, 50, 'CNY', 'generated'),
    ('C', 'second', 31, 1000, 50, 'CNY', 'generated'),
    ('C', 'standing', 31, 1000, 50, 'CNY', 'generated'),
    ('X', 'business', 60, 1200, 50, 'CNY', 'generated'),
    ('X', 'first', 25, 1000, 50, 'CNY', 'generated'),
    ('X', 'second', 15, 1000, 50, 'CNY', 'generated'),
    ('X', 'standing', 15, 1000, 50, 'CNY', 'generated');
