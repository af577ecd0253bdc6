-- Logins are global: one identity may belong to several firms. Column names are better-auth's, mapped to ours.
-- A session says as what (team member or client) and in which firm its holder acts; nothing else chooses a firm.
create schema auth;

create table auth.identities (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

create table auth.sessions (
  id uuid primary key default gen_random_uuid(),
  token text not null unique,
  identity_id uuid not null references auth.identities on delete cascade,
  kind text check (kind in ('member', 'client')),
  firm_id uuid,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index sessions_identity on auth.sessions (identity_id);

create table auth.credentials (
  id uuid primary key default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  identity_id uuid not null references auth.identities on delete cascade,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index credentials_identity on auth.credentials (identity_id);

create table auth.verifications (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index verifications_identifier on auth.verifications (identifier);

create table auth.second_factors (
  id uuid primary key default gen_random_uuid(),
  identity_id uuid not null references auth.identities on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index second_factors_identity on auth.second_factors (identity_id);
create index second_factors_secret on auth.second_factors (secret);

create table auth.rate_limits (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count integer not null,
  last_request bigint not null
);
