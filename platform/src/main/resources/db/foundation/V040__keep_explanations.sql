-- why: every decision keeps its reasons, so that "Why?" answers years later what was true then
-- locks: none, new table
-- undo: drop table foundation.explanation
create table foundation.explanation (
    id      text        not null,
    body    jsonb       not null,
    kept_at timestamptz not null,
    constraint explanation_pk primary key (id)
);

comment on column foundation.explanation.id is 'class=internal; purpose=reasons of decisions; retention=36 months';
comment on column foundation.explanation.body is 'class=personal; purpose=reasons of decisions; retention=36 months';
comment on column foundation.explanation.kept_at is 'class=internal; purpose=reasons of decisions; retention=36 months';
