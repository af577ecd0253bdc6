-- The house: firms, people, templates, pipelines, jobs, organizers, tasks, mails, events, outbox.
-- Every table of a slice carries firm_id first in its key; children refer by (firm_id, id), so that a reference
-- across firms cannot be stored. Row-level security is forced on all of them by protect_firm_tables() below.

create function app_firm_id() returns uuid language sql stable parallel safe as $$
  select case
    when current_setting('app.firm_id', true) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then current_setting('app.firm_id', true)::uuid
  end
$$;

-- Global by design (see test/tenancy.test.ts): one row per setting of the server itself.
create table server_settings (
  name text primary key,
  value text not null
);

create table firms (
  firm_id uuid primary key,
  name text not null,
  slug text not null unique,
  locale text not null,
  time_zone text not null,
  color text not null,
  reply_to text,
  second_factor_required boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null
);

create table counters (
  firm_id uuid not null references firms,
  name text not null,
  next bigint not null,
  primary key (firm_id, name)
);

-- People

create table team_members (
  firm_id uuid not null references firms,
  id uuid not null,
  identity_id uuid,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'employee')),
  rights text[] not null default '{}',
  locale text,
  state text not null check (state in ('invited', 'active', 'deactivated')),
  default_access boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (firm_id, id)
);
create unique index team_members_one_owner on team_members (firm_id) where role = 'owner';
create unique index team_members_email on team_members (firm_id, lower(email));
create index team_members_identity on team_members (identity_id); -- which firms a login belongs to, at sign-in

create table team_invitations (
  firm_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  token_hash text not null unique,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (firm_id, id),
  foreign key (firm_id, member_id) references team_members
);

-- The *_key columns hold what rows are found by: under row-level security an index on lower(...) cannot be searched,
-- because lower() is not leakproof, while a plain column can.
create table accounts (
  firm_id uuid not null references firms,
  id uuid not null,
  short_id text not null,
  short_id_key text not null generated always as (lower(short_id)) stored,
  external_id text,
  name text not null,
  name_key text not null generated always as (lower(btrim(name))) stored,
  type text not null check (type in ('individual', 'company', 'other')),
  state text not null default 'active' check (state in ('active', 'archived')),
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (firm_id, id)
);
create unique index accounts_short_id on accounts (firm_id, short_id_key);
create index accounts_name on accounts (firm_id, name_key, id); -- the list in order; the import's match
create index accounts_external_id on accounts (firm_id, external_id) where external_id is not null;

create table account_members (
  firm_id uuid not null,
  account_id uuid not null,
  member_id uuid not null,
  primary key (firm_id, account_id, member_id),
  foreign key (firm_id, account_id) references accounts,
  foreign key (firm_id, member_id) references team_members
);
create index account_members_member on account_members (firm_id, member_id, account_id); -- what a member may see

create table contacts (
  firm_id uuid not null references firms,
  id uuid not null,
  first_name text not null default '',
  last_name text not null default '',
  name text not null,
  name_key text not null generated always as (lower(name)) stored,
  phone text,
  locale text,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (firm_id, id)
);
create index contacts_name on contacts (firm_id, name_key, id); -- the list in order

create table contact_emails (
  firm_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  email text not null,
  email_key text not null generated always as (lower(email)) stored,
  primary key (firm_id, id),
  unique (firm_id, contact_id, id),
  foreign key (firm_id, contact_id) references contacts on delete cascade
);
create index contact_emails_email on contact_emails (firm_id, email_key); -- portal sign-in; the import's match
create unique index contact_emails_once on contact_emails (firm_id, contact_id, email_key);

-- Which contacts belong to which account; Login and Notify stand per (account, contact, e-mail) in contact_settings.
create table account_contacts (
  firm_id uuid not null,
  account_id uuid not null,
  contact_id uuid not null,
  primary key (firm_id, account_id, contact_id),
  foreign key (firm_id, account_id) references accounts,
  foreign key (firm_id, contact_id) references contacts on delete cascade
);
create index account_contacts_contact on account_contacts (firm_id, contact_id);

create table contact_settings (
  firm_id uuid not null,
  account_id uuid not null,
  contact_id uuid not null,
  contact_email_id uuid not null,
  login boolean not null,
  notify boolean not null,
  primary key (firm_id, account_id, contact_email_id),
  foreign key (firm_id, account_id, contact_id) references account_contacts on delete cascade,
  foreign key (firm_id, contact_id, contact_email_id) references contact_emails (firm_id, contact_id, id) on delete cascade
);
create index contact_settings_email on contact_settings (firm_id, contact_email_id); -- a client's accounts

create table tags (
  firm_id uuid not null references firms,
  id uuid not null,
  name text not null,
  color text not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (firm_id, id)
);
create unique index tags_name on tags (firm_id, lower(name));

create table account_tags (
  firm_id uuid not null,
  account_id uuid not null,
  tag_id uuid not null,
  primary key (firm_id, account_id, tag_id),
  foreign key (firm_id, account_id) references accounts,
  foreign key (firm_id, tag_id) references tags
);
create index account_tags_tag on account_tags (firm_id, tag_id, account_id); -- filter by tag

-- Documents: one "client uploads" folder per account so far

create table folders (
  firm_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('client_uploads')),
  created_at timestamptz not null,
  primary key (firm_id, id),
  unique (firm_id, account_id, kind),
  foreign key (firm_id, account_id) references accounts
);

create table documents (
  firm_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  folder_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  storage_key text not null,
  uploaded_by jsonb not null,
  created_at timestamptz not null,
  primary key (firm_id, id),
  foreign key (firm_id, account_id) references accounts,
  foreign key (firm_id, folder_id) references folders
);
create index documents_account on documents (firm_id, account_id, created_at desc);

-- Templates: a template's text lives in versions that never change, so that what was sent stays what it was (A-8)

create table templates (
  firm_id uuid not null references firms,
  id uuid not null,
  kind text not null check (kind in ('organizer', 'task', 'email')),
  name text not null,
  version integer not null,
  library_key text,
  deleted_at timestamptz,
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (firm_id, id)
);
create unique index templates_name on templates (firm_id, kind, lower(name)) where deleted_at is null;

create table template_versions (
  firm_id uuid not null,
  template_id uuid not null,
  version integer not null,
  content jsonb not null,
  created_at timestamptz not null,
  primary key (firm_id, template_id, version),
  foreign key (firm_id, template_id) references templates
);

-- Pipelines

create table pipelines (
  firm_id uuid not null references firms,
  id uuid not null,
  name text not null,
  state text not null default 'active' check (state in ('active', 'archived')),
  version integer,
  draft jsonb not null,
  draft_changed boolean not null default true,
  library_key text,
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (firm_id, id)
);
create unique index pipelines_name on pipelines (firm_id, lower(btrim(name)));

create table pipeline_versions (
  firm_id uuid not null,
  pipeline_id uuid not null,
  version integer not null,
  definition jsonb not null,
  published_by uuid,
  published_at timestamptz not null,
  primary key (firm_id, pipeline_id, version),
  foreign key (firm_id, pipeline_id) references pipelines
);

-- A stage keeps its id through every version (D-14); its name, order and settings stand in the version.
create table stages (
  firm_id uuid not null,
  id uuid not null,
  pipeline_id uuid not null,
  primary key (firm_id, id),
  foreign key (firm_id, pipeline_id) references pipelines
);

create table pipeline_members (
  firm_id uuid not null,
  pipeline_id uuid not null,
  member_id uuid not null,
  primary key (firm_id, pipeline_id, member_id),
  foreign key (firm_id, pipeline_id) references pipelines,
  foreign key (firm_id, member_id) references team_members
);
create index pipeline_members_member on pipeline_members (firm_id, member_id, pipeline_id); -- "available to" me

-- Jobs

create table jobs (
  firm_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  pipeline_id uuid not null,
  stage_id uuid not null,
  visit_id uuid not null,
  visit_ordinal integer not null,
  name text not null,
  lifecycle text not null default 'active' check (lifecycle in ('active', 'archived')),
  pending_items integer not null default 0,
  pending_client_items integer not null default 0,
  done_items integer not null default 0,
  failed_outcomes integer not null default 0,
  advance_waiting boolean not null default false,
  stage_entered_at timestamptz not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (firm_id, id),
  foreign key (firm_id, account_id) references accounts,
  foreign key (firm_id, pipeline_id) references pipelines,
  foreign key (firm_id, stage_id) references stages
);
create index jobs_stage on jobs (firm_id, pipeline_id, stage_id, stage_entered_at, id) where lifecycle = 'active'; -- board
create index jobs_account on jobs (firm_id, account_id);

create table stage_visits (
  firm_id uuid not null,
  id uuid not null,
  job_id uuid not null,
  stage_id uuid not null,
  version integer not null,
  ordinal integer not null,
  how text not null check (how in ('created', 'moved_by_hand', 'automove')),
  cause_id uuid,
  entered_at timestamptz not null,
  left_at timestamptz,
  primary key (firm_id, id),
  unique (firm_id, job_id, ordinal),
  foreign key (firm_id, job_id) references jobs,
  foreign key (firm_id, stage_id) references stages
);
create unique index stage_visits_open on stage_visits (firm_id, job_id) where left_at is null; -- one stage per job

create table automation_outcomes (
  firm_id uuid not null,
  visit_id uuid not null,
  automation_id uuid not null,
  job_id uuid not null,
  kind text not null,
  result text not null check (result in ('done', 'skipped', 'failed')),
  reason jsonb,
  warnings jsonb not null default '[]',
  created_id uuid,
  decided_at timestamptz not null,
  primary key (firm_id, visit_id, automation_id),
  foreign key (firm_id, visit_id) references stage_visits
);
create index automation_outcomes_job on automation_outcomes (firm_id, job_id);

-- Organizers

create table organizers (
  firm_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  template_id uuid not null,
  template_version integer not null,
  name text not null,
  status text not null default 'pending' check (status in ('pending', 'submitted')),
  sealed boolean not null default false,
  archived boolean not null default false,
  answered integer not null default 0,
  questions integer not null,
  sent_at timestamptz not null,
  bumped_at timestamptz,
  opened_at timestamptz,
  started_at timestamptz,
  submitted_at timestamptz,
  updated_at timestamptz not null,
  revision integer not null default 1,
  primary key (firm_id, id),
  foreign key (firm_id, account_id) references accounts,
  foreign key (firm_id, template_id, template_version) references template_versions
);
create index organizers_account on organizers (firm_id, account_id, sent_at desc);
create index organizers_sent on organizers (firm_id, sent_at desc, id);

create table organizer_answers (
  firm_id uuid not null,
  organizer_id uuid not null,
  question_id text not null,
  value jsonb not null,
  revision integer not null default 1,
  answered_by jsonb not null,
  answered_at timestamptz not null,
  primary key (firm_id, organizer_id, question_id),
  foreign key (firm_id, organizer_id) references organizers on delete cascade
);

create table organizer_files (
  firm_id uuid not null,
  organizer_id uuid not null,
  question_id text not null,
  document_id uuid not null,
  attached_at timestamptz not null,
  primary key (firm_id, organizer_id, question_id, document_id),
  foreign key (firm_id, organizer_id) references organizers on delete cascade,
  foreign key (firm_id, document_id) references documents
);

create table organizer_links (
  firm_id uuid not null,
  organizer_id uuid not null,
  job_id uuid not null,
  visit_id uuid not null,
  linked_at timestamptz not null,
  primary key (firm_id, job_id, organizer_id),
  foreign key (firm_id, organizer_id) references organizers on delete cascade,
  foreign key (firm_id, job_id) references jobs,
  foreign key (firm_id, visit_id) references stage_visits
);
create index organizer_links_organizer on organizer_links (firm_id, organizer_id); -- who waits for this one

-- A to-do link of a mail opens one item, on the first device that confirms it and on those that gave a mailed code
-- (D-12). The token is derived from the id; only hashes are kept.
create table todo_links (
  firm_id uuid not null,
  id uuid not null,
  token_hash text not null unique,
  organizer_id uuid not null,
  contact_email_id uuid not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  device_hashes text[] not null default '{}',
  code_hash text,
  code_expires_at timestamptz,
  code_attempts integer not null default 0,
  codes_mailed integer not null default 0,
  primary key (firm_id, id),
  foreign key (firm_id, organizer_id) references organizers on delete cascade,
  foreign key (firm_id, contact_email_id) references contact_emails on delete cascade
);
create index todo_links_organizer on todo_links (firm_id, organizer_id); -- how often a link was renewed

-- Tasks

create table tasks (
  firm_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  job_id uuid,
  visit_id uuid,
  name text not null,
  description text not null default '',
  status text not null default 'planned' check (status in ('planned', 'in_progress', 'completed', 'canceled')),
  priority text not null default 'medium' check (priority in ('low', 'medium', 'high', 'urgent')),
  due_on date,
  created_by jsonb not null,
  completed_at timestamptz,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (firm_id, id),
  foreign key (firm_id, account_id) references accounts,
  foreign key (firm_id, job_id) references jobs,
  foreign key (firm_id, visit_id) references stage_visits
);
create index tasks_job on tasks (firm_id, job_id) where job_id is not null;
create index tasks_account on tasks (firm_id, account_id);

create table task_assignees (
  firm_id uuid not null,
  task_id uuid not null,
  member_id uuid not null,
  primary key (firm_id, task_id, member_id),
  foreign key (firm_id, task_id) references tasks,
  foreign key (firm_id, member_id) references team_members
);
create index task_assignees_member on task_assignees (firm_id, member_id, task_id); -- my tasks

-- Mails: one row per message and recipient; what it says is fixed here, its Message-ID before the first try (D-2)

create table mails (
  firm_id uuid not null references firms,
  id uuid not null,
  kind text not null,
  to_email text not null,
  to_name text not null,
  locale text not null,
  account_id uuid,
  contact_id uuid,
  contact_email_id uuid,
  organizer_id uuid,
  job_id uuid,
  subject text not null,
  params jsonb not null,
  message_id text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'captured', 'dropped', 'failed')),
  reason text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (firm_id, id)
);
create index mails_recent on mails (firm_id, created_at desc, id);
create index mails_account on mails (firm_id, account_id, created_at desc) where account_id is not null;

-- What happened (append-only) and what must go out

create table events (
  firm_id uuid not null references firms,
  id uuid not null,
  position bigint generated always as identity,
  transaction_id xid8 not null default pg_current_xact_id(),
  type text not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('member', 'contact', 'automation', 'system')),
  actor_id uuid,
  actor_name text not null,
  cause_id uuid,
  account_id uuid,
  job_id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  payload jsonb not null,
  origin jsonb,
  primary key (firm_id, id)
);
create index events_position on events (position); -- the live streams' cursor
create index events_firm on events (firm_id, position desc);
create index events_job on events (firm_id, job_id, position) where job_id is not null;
create index events_account on events (firm_id, account_id, position desc) where account_id is not null;
create index events_subject on events (firm_id, subject_id, position);

create table outbox_entries (
  firm_id uuid not null references firms,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  cause_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  attempts integer not null default 0,
  error text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (firm_id, id)
);
create index outbox_entries_waiting on outbox_entries (created_at) where state = 'waiting'; -- the sweep's due work

create table idempotency_keys (
  firm_id uuid not null references firms,
  actor_id uuid not null,
  key text not null,
  fingerprint text not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null,
  primary key (firm_id, actor_id, key)
);

-- Bulk acts and imports: stored, answered with 202, carried out by the worker, with a result per item

create table bulk_acts (
  firm_id uuid not null references firms,
  id uuid not null,
  kind text not null,
  params jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'finished')),
  total integer not null,
  succeeded integer not null default 0,
  failed integer not null default 0,
  created_by uuid,
  cause_id uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (firm_id, id)
);
create index bulk_acts_recent on bulk_acts (firm_id, created_at desc);

create table bulk_items (
  firm_id uuid not null,
  bulk_id uuid not null,
  ordinal integer not null,
  subject_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'succeeded', 'failed')),
  reason jsonb,
  result_id uuid,
  primary key (firm_id, bulk_id, ordinal),
  foreign key (firm_id, bulk_id) references bulk_acts
);
create index bulk_items_waiting on bulk_items (firm_id, bulk_id, ordinal) where state = 'waiting';

create table imports (
  firm_id uuid not null references firms,
  id uuid not null,
  file_name text not null,
  storage_key text not null,
  encoding text not null,
  delimiter text not null,
  columns jsonb not null,
  total_rows integer not null,
  mapping jsonb,
  settings jsonb,
  state text not null check (state in ('uploaded', 'queued', 'running', 'finished', 'failed')),
  done_rows integer not null default 0,
  counts jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (firm_id, id)
);

create table import_problems (
  firm_id uuid not null,
  import_id uuid not null,
  line integer not null,
  ordinal integer not null,
  field text not null,
  code text not null,
  params jsonb not null default '{}',
  primary key (firm_id, import_id, line, ordinal),
  foreign key (firm_id, import_id) references imports
);

-- What never changes

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;

create trigger events_append_only before update or delete on events
  for each statement execute function refuse_change();
create trigger pipeline_versions_append_only before update or delete on pipeline_versions
  for each statement execute function refuse_change();
create trigger template_versions_append_only before update or delete on template_versions
  for each statement execute function refuse_change();
