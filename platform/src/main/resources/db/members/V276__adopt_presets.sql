-- why: a ready-made programme is put in force as a whole and taken back as a whole
-- locks: none, new schema
-- undo: drop schema presets cascade
create schema presets;

create table presets.adoption (
    adoption_id   bigint generated always as identity,
    preset        text        not null,
    adopted_by    text        not null,
    adopted_at    timestamptz not null,
    before        json        not null,
    after         json        not null,
    taken_back_by text,
    taken_back_at timestamptz,
    constraint adoption_pk primary key (adoption_id),
    constraint adoption_taken_back_by_somebody
        check ((taken_back_by is null) = (taken_back_at is null))
);

comment on column presets.adoption.adoption_id is 'class=internal; purpose=who decided the rules; retention=forever';
comment on column presets.adoption.preset is 'class=internal; purpose=who decided the rules; retention=forever';
comment on column presets.adoption.adopted_by is 'class=internal; purpose=who decided the rules; retention=forever';
comment on column presets.adoption.adopted_at is 'class=internal; purpose=who decided the rules; retention=forever';
comment on column presets.adoption.before is 'class=internal; purpose=what taking back restores; retention=forever';
comment on column presets.adoption.after is 'class=internal; purpose=what was put in force; retention=forever';
comment on column presets.adoption.taken_back_by is 'class=internal; purpose=who decided the rules; retention=forever';
comment on column presets.adoption.taken_back_at is 'class=internal; purpose=who decided the rules; retention=forever';
