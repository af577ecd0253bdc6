-- What boards and the list of jobs are narrowed to, kept under a name (VIEW-7).
-- `owner_id`: who keeps it for himself; null where it is the firm's.
create table saved_filters (
  firm_id uuid not null references firms,
  id uuid not null,
  place text not null check (place in ('board', 'jobs')),
  owner_id uuid,
  name text not null,
  filter jsonb not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (firm_id, id),
  foreign key (firm_id, owner_id) references team_members
);
-- a name once in each list; also what the menu of a place reads
create unique index saved_filters_name on saved_filters (firm_id, place, owner_id, lower(name)) nulls not distinct;
