-- why: mails are written in blocks; openings and clicks of each are kept; what mail houses send back is read
-- locks: short on messaging.template
-- undo: drop the new tables; alter table messaging.template drop column blocks
alter table messaging.template add column blocks jsonb not null default '[]';
comment on column messaging.template.blocks is 'class=public; purpose=parts of a mail; retention=operator';

create table messaging.mail_sign (
    member_id  bigint      not null,
    message_id bigint      not null,
    kind       text        not null,
    first_at   timestamptz not null,
    times      int         not null,
    constraint mail_sign_pk primary key (member_id, message_id, kind),
    constraint mail_sign_kind_is_known check (kind in ('reader', 'proxy', 'machine', 'click'))
);
comment on column messaging.mail_sign.member_id is 'class=internal; purpose=to whom the mail went; retention=24 months';
comment on column messaging.mail_sign.message_id is 'class=internal; purpose=which mail; retention=24 months';
comment on column messaging.mail_sign.kind is 'class=internal; purpose=who loaded its pictures, or a click; retention=24 months';
comment on column messaging.mail_sign.first_at is 'class=internal; purpose=when first; retention=24 months';
comment on column messaging.mail_sign.times is 'class=internal; purpose=how often; retention=24 months';

create table messaging.returned_mail (
    returned_id      bigint generated always as identity,
    vendor_reference text        not null,
    kind             text        not null,
    code             text        not null,
    said             text        not null,
    read_at          timestamptz not null,
    constraint returned_mail_pk primary key (returned_id),
    constraint returned_mail_once unique (vendor_reference, kind, code)
);
comment on column messaging.returned_mail.returned_id is 'class=internal; purpose=number; retention=24 months';
comment on column messaging.returned_mail.vendor_reference is 'class=internal; purpose=which mail; retention=24 months';
comment on column messaging.returned_mail.kind is 'class=internal; purpose=what became of it; retention=24 months';
comment on column messaging.returned_mail.code is 'class=internal; purpose=the mail house''s code; retention=24 months';
comment on column messaging.returned_mail.said is 'class=internal; purpose=the mail house''s words, without addresses; retention=24 months';
comment on column messaging.returned_mail.read_at is 'class=internal; purpose=when; retention=24 months';
