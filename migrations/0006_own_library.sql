-- The firm's own library (D-21): a pipeline with all it uses, as it was when it was saved. It never changes.

create table own_packs (
  firm_id uuid not null references firms,
  id uuid not null,
  name text not null,
  summary text not null,
  content jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (firm_id, id)
);
create unique index own_packs_name on own_packs (firm_id, lower(name));
