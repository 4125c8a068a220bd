-- why: "within 500 m of the park" needs to know where the park lies
-- locks: short, adds columns without defaults to a small table
-- undo: alter table venues.venue drop column latitude, drop column longitude
alter table venues.venue add column latitude double precision;
alter table venues.venue add column longitude double precision;
alter table venues.venue add constraint venue_placed_on_earth
    check ((latitude is null) = (longitude is null)
        and latitude between -90 and 90 and longitude between -180 and 180);
comment on column venues.venue.latitude is 'class=public; purpose=place, degrees; retention=forever';
comment on column venues.venue.longitude is 'class=public; purpose=place, degrees; retention=forever';
