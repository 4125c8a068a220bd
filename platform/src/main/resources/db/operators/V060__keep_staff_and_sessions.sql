-- why: who may come in: staff, sessions, sign-in codes, API clients
-- locks: none, new tables
-- undo: drop schema access cascade
create schema if not exists access;

create table access.staff (
    id bigint generated always as identity,
    login text not null,
    name text not null,
    password_hash text not null,
    roles text[] not null,
    active boolean not null default true,
    must_change_password boolean not null default false,
    version bigint not null default 1,
    created_at timestamptz not null,
    constraint staff_pk primary key (id),
    constraint staff_login_key unique (login)
);
comment on column access.staff.id is 'class=internal; purpose=identity; retention=until erasure';
comment on column access.staff.login is 'class=personal; purpose=sign-in; retention=until erasure';
comment on column access.staff.name is 'class=personal; purpose=shown to colleagues; retention=until erasure';
comment on column access.staff.password_hash is 'class=sensitive; purpose=sign-in; retention=until erasure';
comment on column access.staff.roles is 'class=internal; purpose=permissions; retention=until erasure';
comment on column access.staff.active is 'class=internal; purpose=sign-in; retention=until erasure';
comment on column access.staff.must_change_password is 'class=internal; purpose=one-time password; retention=until erasure';
comment on column access.staff.version is 'class=internal; purpose=concurrent change; retention=until erasure';
comment on column access.staff.created_at is 'class=internal; purpose=record; retention=until erasure';

create table access.session (
    token_hash bytea not null,
    kind text not null,
    subject_id bigint not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    constraint session_pk primary key (token_hash),
    constraint session_kind_chk check (kind in ('staff', 'member'))
);
create index session_subject_idx on access.session (kind, subject_id);
create index session_expiry_idx on access.session (expires_at);
comment on column access.session.token_hash is 'class=sensitive; purpose=recognise the cookie; retention=until expiry';
comment on column access.session.kind is 'class=internal; purpose=whose session; retention=until expiry';
comment on column access.session.subject_id is 'class=personal; purpose=whose session; retention=until expiry';
comment on column access.session.created_at is 'class=internal; purpose=machine time; retention=until expiry';
comment on column access.session.seen_at is 'class=internal; purpose=machine time; retention=until expiry';
comment on column access.session.expires_at is 'class=internal; purpose=machine time; retention=until expiry';

create table access.sign_in_failure (
    subject text not null,
    failures int not null,
    locked_until timestamptz,
    failed_at timestamptz not null,
    constraint sign_in_failure_pk primary key (subject)
);
comment on column access.sign_in_failure.subject is 'class=personal; purpose=lock-out, digest of login or phone; retention=1 day';
comment on column access.sign_in_failure.failures is 'class=internal; purpose=lock-out; retention=1 day';
comment on column access.sign_in_failure.locked_until is 'class=internal; purpose=lock-out, machine time; retention=1 day';
comment on column access.sign_in_failure.failed_at is 'class=internal; purpose=lock-out, machine time; retention=1 day';

create table access.sign_in_code (
    phone_index bytea not null,
    code_hash bytea not null,
    sent_count int not null,
    first_sent_at timestamptz not null,
    expires_at timestamptz not null,
    constraint sign_in_code_pk primary key (phone_index)
);
comment on column access.sign_in_code.phone_index is 'class=personal; purpose=blind index of the phone; retention=1 day';
comment on column access.sign_in_code.code_hash is 'class=sensitive; purpose=sign-in code; retention=1 day';
comment on column access.sign_in_code.sent_count is 'class=internal; purpose=limit of codes; retention=1 day';
comment on column access.sign_in_code.first_sent_at is 'class=internal; purpose=limit of codes, machine time; retention=1 day';
comment on column access.sign_in_code.expires_at is 'class=internal; purpose=machine time; retention=1 day';

create table access.api_client (
    id bigint generated always as identity,
    name text not null,
    prefix text not null,
    key_hash bytea not null,
    scopes text[] not null,
    created_by bigint not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    constraint api_client_pk primary key (id),
    constraint api_client_key_hash_key unique (key_hash)
);
comment on column access.api_client.id is 'class=internal; purpose=identity; retention=forever';
comment on column access.api_client.name is 'class=internal; purpose=shown to staff; retention=forever';
comment on column access.api_client.prefix is 'class=internal; purpose=recognise a key by sight; retention=forever';
comment on column access.api_client.key_hash is 'class=sensitive; purpose=recognise the key; retention=forever';
comment on column access.api_client.scopes is 'class=internal; purpose=permissions; retention=forever';
comment on column access.api_client.created_by is 'class=personal; purpose=record; retention=forever';
comment on column access.api_client.created_at is 'class=internal; purpose=machine time; retention=forever';
comment on column access.api_client.last_used_at is 'class=internal; purpose=find unused keys, machine time; retention=forever';
comment on column access.api_client.revoked_at is 'class=internal; purpose=machine time; retention=forever';
