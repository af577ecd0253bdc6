-- The engine whole: custom job statuses, priorities and dates, assignees and account roles, client-facing statuses,
-- completed and deleted jobs, time limits of stages, moves between pipelines.

-- Rows are changed below by the tables' owner, who is under row-level security like everybody; it is forced again
-- after every migration.
alter table jobs no force row level security;
alter table stage_visits no force row level security;
alter table pipelines no force row level security;
alter table pipeline_versions no force row level security;

-- A visit is a stay in a stage or, with status_id, in a custom status of it (J-41). Its version is of its pipeline,
-- which may not be the one in which the job is now (JM-2).
create table job_statuses (
  firm_id uuid not null,
  id uuid not null,
  pipeline_id uuid not null,
  primary key (firm_id, id),
  foreign key (firm_id, pipeline_id) references pipelines (firm_id, id)
);

alter table stage_visits rename to visits;
alter table visits rename constraint stage_visits_pkey to visits_pkey;
alter table visits rename constraint stage_visits_firm_id_job_id_ordinal_key to visits_job_ordinal;
alter table visits drop constraint stage_visits_how_check;
alter table visits add check (how in ('created', 'moved_by_hand', 'automove', 'status_set'));
alter table visits add column pipeline_id uuid;
alter table visits add column status_id uuid;
update visits v set pipeline_id = j.pipeline_id from jobs j where j.firm_id = v.firm_id and j.id = v.job_id;
alter table visits alter column pipeline_id set not null;
alter table visits add foreign key (firm_id, status_id) references job_statuses (firm_id, id);
drop index stage_visits_open;
create unique index visits_open on visits (firm_id, job_id, (status_id is null)) where left_at is null;

alter table jobs drop constraint jobs_lifecycle_check;
alter table jobs add check (lifecycle in ('active', 'completed', 'archived'));
alter table jobs
  add column status_id uuid,
  add column status_visit_id uuid,
  add column priority text not null default 'medium' check (priority in ('low', 'medium', 'high', 'urgent')),
  add column start_on date,
  add column due_on date,
  add column stage_due_at timestamptz,
  add column client_visible boolean not null default false,
  add column client_status_id uuid,
  add column client_description text not null default '',
  add column client_changed_at timestamptz,
  add column completed_at timestamptz,
  add column deleted_at timestamptz,
  add check ((status_id is null) = (status_visit_id is null)),
  add foreign key (firm_id, status_id) references job_statuses (firm_id, id);
drop index jobs_stage;
create index jobs_stage on jobs (firm_id, pipeline_id, stage_id, stage_entered_at, id)
  where lifecycle <> 'archived' and deleted_at is null; -- the board
create index jobs_status on jobs (firm_id, status_id) where status_id is not null; -- a status that disappears

create table job_assignees (
  firm_id uuid not null,
  job_id uuid not null,
  member_id uuid not null,
  primary key (firm_id, job_id, member_id),
  foreign key (firm_id, job_id) references jobs (firm_id, id),
  foreign key (firm_id, member_id) references team_members (firm_id, id)
);
create index job_assignees_member on job_assignees (firm_id, member_id, job_id); -- somebody's jobs

-- Roles that members hold for accounts (D-17).
create table account_roles (
  firm_id uuid not null references firms,
  id uuid not null,
  name text not null,
  ordinal integer not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (firm_id, id)
);
create unique index account_roles_name on account_roles (firm_id, lower(name));

create table account_role_members (
  firm_id uuid not null,
  account_id uuid not null,
  role_id uuid not null,
  member_id uuid not null,
  primary key (firm_id, account_id, role_id, member_id),
  foreign key (firm_id, account_id) references accounts (firm_id, id),
  foreign key (firm_id, role_id) references account_roles (firm_id, id),
  foreign key (firm_id, member_id) references team_members (firm_id, id)
);
create index account_role_members_role on account_role_members (firm_id, role_id); -- who asks for a role, at its deletion
create index account_role_members_member on account_role_members (firm_id, member_id); -- a member's roles

-- What clients may be told of a job (CFS-1). Deleted ones keep their name and colour for jobs that show them (CFS-15).
create table client_statuses (
  firm_id uuid not null references firms,
  id uuid not null,
  name text not null,
  description text not null default '',
  color text not null,
  ordinal integer not null,
  deleted_at timestamptz,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (firm_id, id)
);
create unique index client_statuses_name on client_statuses (firm_id, lower(name)) where deleted_at is null;
alter table jobs add foreign key (firm_id, client_status_id) references client_statuses (firm_id, id);

-- Definitions say more now: completion rule, time limit, repetition, custom statuses.
create function pg_temp.completed(definition jsonb) returns jsonb language sql as $$
  select jsonb_build_object('statuses', '[]'::jsonb, 'stages', coalesce((
    select jsonb_agg(stage || '{"completion": {"rule": "all"}, "timeLimit": null}' || jsonb_build_object(
      'automations', coalesce((
        select jsonb_agg(automation || '{"repeat": "every_visit"}' order by place)
        from jsonb_array_elements(stage -> 'automations') with ordinality as of_stage(automation, place)), '[]'))
      order by ordinal)
    from jsonb_array_elements(definition -> 'stages') with ordinality as given(stage, ordinal)), '[]'))
$$;
alter table pipeline_versions disable trigger pipeline_versions_append_only;
update pipeline_versions set definition = pg_temp.completed(definition);
alter table pipeline_versions enable trigger pipeline_versions_append_only;
update pipelines set draft = pg_temp.completed(draft);
