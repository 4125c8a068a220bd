-- why: short addresses in messages and on posters, and who followed them
-- locks: none, new schema
-- undo: drop schema links cascade
create schema links;

create table links.link (
    code       text        not null,
    title      text        not null,
    target     text        not null,
    campaign   jsonb       not null,
    created_at timestamptz not null,
    retired_at timestamptz,
    constraint link_pk primary key (code)
);
comment on column links.link.code is 'class=public; purpose=last part of the address; retention=operator';
comment on column links.link.title is 'class=internal; purpose=what staff call it; retention=operator';
comment on column links.link.target is 'class=public; purpose=where it leads; retention=operator';
comment on column links.link.campaign is 'class=public; purpose=campaign parameters added to the target; retention=operator';
comment on column links.link.created_at is 'class=internal; purpose=newest first; retention=operator';
comment on column links.link.retired_at is 'class=internal; purpose=leads nowhere since; retention=operator';

create table links.click (
    click_id   bigint generated always as identity,
    code       text        not null,
    member_id  bigint,
    message_id bigint,
    machine    text,
    clicked_at timestamptz not null,
    constraint click_pk primary key (click_id),
    constraint click_of_link foreign key (code) references links.link (code)
);
create index click_by_link on links.click (code, clicked_at);
create index click_by_member on links.click (member_id) where member_id is not null;
comment on column links.click.click_id is 'class=internal; purpose=name of the click; retention=24 months';
comment on column links.click.code is 'class=internal; purpose=which link; retention=24 months';
comment on column links.click.member_id is 'class=internal; purpose=to whom the message went; retention=24 months';
comment on column links.click.message_id is 'class=internal; purpose=in which message it stood; retention=24 months';
comment on column links.click.machine is 'class=internal; purpose=why it is taken for no person; retention=24 months';
comment on column links.click.clicked_at is 'class=internal; purpose=clicks of a day; retention=24 months';
