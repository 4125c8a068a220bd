-- why: a train on a date, the thing that is sold
-- locks: none, new tables
-- undo: drop table catalogue.run
create table catalogue.run (
    run_id bigint generated always as identity,
    train_id bigint not null,
    service_date date not null,
    pattern_id bigint not null,
    state text not null,
    constraint run_pk primary key (run_id),
    constraint run_train_date_uk unique (train_id, service_date),
    constraint run_train_fk foreign key (train_id) references catalogue.train,
    constraint run_pattern_fk foreign key (pattern_id) references catalogue.pattern,
    constraint run_state_chk check (state in ('on_sale', 'withdrawn'))
);
comment on column catalogue.run.run_id is 'class=public; purpose=key, kept over imports; retention=forever';
comment on column catalogue.run.train_id is 'class=public; purpose=which train; retention=forever';
comment on column catalogue.run.service_date is 'class=public; purpose=date at the first call, in the zone of the venue; retention=forever';
comment on column catalogue.run.pattern_id is 'class=public; purpose=the calls it is sold with; retention=forever';
comment on column catalogue.run.state is 'class=public; purpose=on_sale, or withdrawn when the train no longer runs that day; retention=forever';

create index run_date_idx on catalogue.run (service_date);
