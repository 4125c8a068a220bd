-- why: a restarted job goes on from where it stood, and people find the jobs they asked for
-- locks: three columns without a rewrite
-- undo: alter table foundation.job drop column mark, drop column done_before, drop column owner
alter table foundation.job
    add column mark jsonb,
    add column done_before bigint not null default 0,
    add column owner text;
create index job_of_owner_idx on foundation.job (owner, id) where owner is not null;
comment on column foundation.job.mark is 'class=internal; purpose=where a restart goes on; retention=12 months';
comment on column foundation.job.done_before is 'class=internal; purpose=units of earlier runs, for the rate; retention=12 months';
comment on column foundation.job.owner is 'class=internal; purpose=who asked for it; retention=12 months';
