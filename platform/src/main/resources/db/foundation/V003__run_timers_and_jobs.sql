-- why: timers on the world clock, and long work that survives a restart
-- locks: none, new tables
-- undo: drop table foundation.job, foundation.timer
create table foundation.timer (
    name text not null,
    due_at timestamptz not null,
    ran_at timestamptz,
    last_error text,
    constraint timer_pk primary key (name)
);
comment on column foundation.timer.name is 'class=internal; purpose=name of the timer; retention=forever';
comment on column foundation.timer.due_at is 'class=internal; purpose=when it runs next, world time; retention=forever';
comment on column foundation.timer.ran_at is 'class=internal; purpose=when it ran last, world time; retention=forever';
comment on column foundation.timer.last_error is 'class=internal; purpose=why it failed last; retention=forever';

create table foundation.job (
    id bigint generated always as identity,
    kind text not null,
    state text not null,
    parameters jsonb not null,
    done bigint not null default 0,
    total bigint not null default 0,
    result jsonb,
    error text,
    cancel_asked boolean not null default false,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    constraint job_pk primary key (id),
    constraint job_state_chk
        check (state in ('queued', 'running', 'done', 'failed', 'cancelled', 'partial'))
);
create index job_unfinished_idx on foundation.job (id) where state in ('queued', 'running');
comment on column foundation.job.id is 'class=internal; purpose=identity; retention=12 months';
comment on column foundation.job.kind is 'class=internal; purpose=which work; retention=12 months';
comment on column foundation.job.state is 'class=internal; purpose=progress; retention=12 months';
comment on column foundation.job.parameters is 'class=internal; purpose=input, for a restart; retention=12 months';
comment on column foundation.job.done is 'class=internal; purpose=progress; retention=12 months';
comment on column foundation.job.total is 'class=internal; purpose=progress; retention=12 months';
comment on column foundation.job.result is 'class=internal; purpose=outcome; retention=12 months';
comment on column foundation.job.error is 'class=internal; purpose=why it failed; retention=12 months';
comment on column foundation.job.cancel_asked is 'class=internal; purpose=someone wants it stopped; retention=12 months';
comment on column foundation.job.created_at is 'class=internal; purpose=machine time; retention=12 months';
comment on column foundation.job.started_at is 'class=internal; purpose=machine time, for the rate; retention=12 months';
comment on column foundation.job.ended_at is 'class=internal; purpose=machine time; retention=12 months';
