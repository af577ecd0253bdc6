-- Written by bin/migrate from the catalogue, for review in diffs. Do not edit.

create table auth.credentials (
  id uuid not null default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  identity_id uuid not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null,
  FOREIGN KEY (identity_id) REFERENCES auth.identities(id) ON DELETE CASCADE,
  PRIMARY KEY (id)
);
CREATE INDEX credentials_identity ON auth.credentials USING btree (identity_id);

create table auth.identities (
  id uuid not null default gen_random_uuid(),
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  UNIQUE (email)
);

create table auth.rate_limits (
  id uuid not null default gen_random_uuid(),
  key text not null,
  count integer not null,
  last_request bigint not null,
  PRIMARY KEY (id),
  UNIQUE (key)
);

create table auth.second_factors (
  id uuid not null default gen_random_uuid(),
  identity_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamp with time zone,
  FOREIGN KEY (identity_id) REFERENCES auth.identities(id) ON DELETE CASCADE,
  PRIMARY KEY (id)
);
CREATE INDEX second_factors_identity ON auth.second_factors USING btree (identity_id);
CREATE INDEX second_factors_secret ON auth.second_factors USING btree (secret);

create table auth.sessions (
  id uuid not null default gen_random_uuid(),
  token text not null,
  identity_id uuid not null,
  kind text,
  firm_id uuid,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null,
  CHECK ((kind = ANY (ARRAY['member'::text, 'client'::text]))),
  FOREIGN KEY (identity_id) REFERENCES auth.identities(id) ON DELETE CASCADE,
  PRIMARY KEY (id),
  UNIQUE (token)
);
CREATE INDEX sessions_identity ON auth.sessions USING btree (identity_id);

create table auth.verifications (
  id uuid not null default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  PRIMARY KEY (id)
);
CREATE INDEX verifications_identifier ON auth.verifications USING btree (identifier);

create table public.account_contacts (
  firm_id uuid not null,
  account_id uuid not null,
  contact_id uuid not null,
  FOREIGN KEY (firm_id, account_id) REFERENCES accounts(firm_id, id),
  FOREIGN KEY (firm_id, contact_id) REFERENCES contacts(firm_id, id) ON DELETE CASCADE,
  PRIMARY KEY (firm_id, account_id, contact_id)
);
CREATE INDEX account_contacts_contact ON public.account_contacts USING btree (firm_id, contact_id);
-- row-level security is forced on public.account_contacts

create table public.account_members (
  firm_id uuid not null,
  account_id uuid not null,
  member_id uuid not null,
  FOREIGN KEY (firm_id, account_id) REFERENCES accounts(firm_id, id),
  FOREIGN KEY (firm_id, member_id) REFERENCES team_members(firm_id, id),
  PRIMARY KEY (firm_id, account_id, member_id)
);
CREATE INDEX account_members_member ON public.account_members USING btree (firm_id, member_id, account_id);
-- row-level security is forced on public.account_members

create table public.account_role_members (
  firm_id uuid not null,
  account_id uuid not null,
  role_id uuid not null,
  member_id uuid not null,
  FOREIGN KEY (firm_id, account_id) REFERENCES accounts(firm_id, id),
  FOREIGN KEY (firm_id, member_id) REFERENCES team_members(firm_id, id),
  FOREIGN KEY (firm_id, role_id) REFERENCES account_roles(firm_id, id),
  PRIMARY KEY (firm_id, account_id, role_id, member_id)
);
CREATE INDEX account_role_members_member ON public.account_role_members USING btree (firm_id, member_id);
CREATE INDEX account_role_members_role ON public.account_role_members USING btree (firm_id, role_id);
-- row-level security is forced on public.account_role_members

create table public.account_roles (
  firm_id uuid not null,
  id uuid not null,
  name text not null,
  ordinal integer not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE UNIQUE INDEX account_roles_name ON public.account_roles USING btree (firm_id, lower(name));
-- row-level security is forced on public.account_roles

create table public.account_tags (
  firm_id uuid not null,
  account_id uuid not null,
  tag_id uuid not null,
  FOREIGN KEY (firm_id, account_id) REFERENCES accounts(firm_id, id),
  FOREIGN KEY (firm_id, tag_id) REFERENCES tags(firm_id, id),
  PRIMARY KEY (firm_id, account_id, tag_id)
);
CREATE INDEX account_tags_tag ON public.account_tags USING btree (firm_id, tag_id, account_id);
-- row-level security is forced on public.account_tags

create table public.accounts (
  firm_id uuid not null,
  id uuid not null,
  short_id text not null,
  short_id_key text not null default lower(short_id),
  external_id text,
  name text not null,
  name_key text not null default lower(btrim(name)),
  type text not null,
  state text not null default 'active'::text,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  CHECK ((state = ANY (ARRAY['active'::text, 'archived'::text]))),
  CHECK ((type = ANY (ARRAY['individual'::text, 'company'::text, 'other'::text]))),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX accounts_external_id ON public.accounts USING btree (firm_id, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX accounts_name ON public.accounts USING btree (firm_id, name_key, id);
CREATE UNIQUE INDEX accounts_short_id ON public.accounts USING btree (firm_id, short_id_key);
-- row-level security is forced on public.accounts

create table public.automation_outcomes (
  firm_id uuid not null,
  visit_id uuid not null,
  automation_id uuid not null,
  job_id uuid not null,
  kind text not null,
  result text not null,
  reason jsonb,
  warnings jsonb not null default '[]'::jsonb,
  created_id uuid,
  decided_at timestamp with time zone not null,
  CHECK ((result = ANY (ARRAY['done'::text, 'skipped'::text, 'failed'::text]))),
  FOREIGN KEY (firm_id, visit_id) REFERENCES visits(firm_id, id),
  PRIMARY KEY (firm_id, visit_id, automation_id)
);
CREATE INDEX automation_outcomes_job ON public.automation_outcomes USING btree (firm_id, job_id);
-- row-level security is forced on public.automation_outcomes

create table public.board_counts (
  firm_id uuid not null,
  id bigint not null generated always as identity,
  pipeline_id uuid not null,
  stage_id uuid not null,
  place text not null,
  jobs integer not null,
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX board_counts_pipeline ON public.board_counts USING btree (firm_id, pipeline_id) INCLUDE (stage_id, place, jobs);
-- row-level security is forced on public.board_counts

create table public.bulk_acts (
  firm_id uuid not null,
  id uuid not null,
  kind text not null,
  params jsonb not null,
  state text not null default 'queued'::text,
  total integer not null,
  succeeded integer not null default 0,
  failed integer not null default 0,
  created_by uuid,
  cause_id uuid,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  retry_id uuid,
  CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'finished'::text]))),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  FOREIGN KEY (firm_id, retry_id) REFERENCES bulk_acts(firm_id, id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX bulk_acts_recent ON public.bulk_acts USING btree (firm_id, created_at DESC);
CREATE TRIGGER bulk_acts_stay BEFORE DELETE OR UPDATE OF firm_id, id ON public.bulk_acts FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_act();
-- row-level security is forced on public.bulk_acts

create table public.bulk_items (
  firm_id uuid not null,
  bulk_id uuid not null,
  ordinal integer not null,
  subject_id uuid not null,
  state text not null default 'waiting'::text,
  reason jsonb,
  result_id uuid,
  seen_visit_id uuid,
  tries smallint not null default 0,
  CHECK ((state = ANY (ARRAY['waiting'::text, 'succeeded'::text, 'failed'::text]))),
  PRIMARY KEY (firm_id, bulk_id, ordinal)
);
CREATE INDEX bulk_items_waiting ON public.bulk_items USING btree (firm_id, bulk_id, ordinal) WHERE (state = 'waiting'::text);
CREATE TRIGGER bulk_items_keep_act BEFORE UPDATE OF firm_id, bulk_id ON public.bulk_items FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_act();
CREATE TRIGGER bulk_items_of_acts AFTER INSERT ON public.bulk_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_bulk_acts();
-- row-level security is forced on public.bulk_items

create table public.client_statuses (
  firm_id uuid not null,
  id uuid not null,
  name text not null,
  description text not null default ''::text,
  color text not null,
  ordinal integer not null,
  deleted_at timestamp with time zone,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE UNIQUE INDEX client_statuses_name ON public.client_statuses USING btree (firm_id, lower(name)) WHERE (deleted_at IS NULL);
-- row-level security is forced on public.client_statuses

create table public.contact_emails (
  firm_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  email text not null,
  email_key text not null default lower(email),
  FOREIGN KEY (firm_id, contact_id) REFERENCES contacts(firm_id, id) ON DELETE CASCADE,
  PRIMARY KEY (firm_id, id),
  UNIQUE (firm_id, contact_id, id)
);
CREATE INDEX contact_emails_email ON public.contact_emails USING btree (firm_id, email_key);
CREATE UNIQUE INDEX contact_emails_once ON public.contact_emails USING btree (firm_id, contact_id, email_key);
-- row-level security is forced on public.contact_emails

create table public.contact_settings (
  firm_id uuid not null,
  account_id uuid not null,
  contact_id uuid not null,
  contact_email_id uuid not null,
  login boolean not null,
  notify boolean not null,
  FOREIGN KEY (firm_id, account_id, contact_id) REFERENCES account_contacts(firm_id, account_id, contact_id) ON DELETE CASCADE,
  FOREIGN KEY (firm_id, contact_id, contact_email_id) REFERENCES contact_emails(firm_id, contact_id, id) ON DELETE CASCADE,
  PRIMARY KEY (firm_id, account_id, contact_email_id)
);
CREATE INDEX contact_settings_email ON public.contact_settings USING btree (firm_id, contact_email_id);
-- row-level security is forced on public.contact_settings

create table public.contacts (
  firm_id uuid not null,
  id uuid not null,
  first_name text not null default ''::text,
  last_name text not null default ''::text,
  name text not null,
  name_key text not null default lower(name),
  phone text,
  locale text,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX contacts_name ON public.contacts USING btree (firm_id, name_key, id);
-- row-level security is forced on public.contacts

create table public.counters (
  firm_id uuid not null,
  name text not null,
  next bigint not null,
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, name)
);
-- row-level security is forced on public.counters

create table public.documents (
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
  created_at timestamp with time zone not null,
  FOREIGN KEY (firm_id, account_id) REFERENCES accounts(firm_id, id),
  FOREIGN KEY (firm_id, folder_id) REFERENCES folders(firm_id, id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX documents_account ON public.documents USING btree (firm_id, account_id, created_at DESC);
-- row-level security is forced on public.documents

create table public.events (
  firm_id uuid not null,
  id uuid not null,
  position bigint not null generated always as identity,
  transaction_id xid8 not null default pg_current_xact_id(),
  type text not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  cause_id uuid,
  account_id uuid,
  job_id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  payload jsonb not null,
  origin jsonb,
  CHECK ((actor_kind = ANY (ARRAY['member'::text, 'contact'::text, 'automation'::text, 'system'::text]))),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX events_account ON public.events USING btree (firm_id, account_id, "position" DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX events_actor ON public.events USING btree (firm_id, actor_id, "position" DESC) WHERE (actor_id IS NOT NULL);
CREATE INDEX events_at ON public.events USING brin (at);
CREATE INDEX events_firm ON public.events USING btree (firm_id, "position" DESC);
CREATE INDEX events_job ON public.events USING btree (firm_id, job_id, "position") WHERE (job_id IS NOT NULL);
CREATE INDEX events_position ON public.events USING btree ("position");
CREATE INDEX events_subject ON public.events USING btree (firm_id, subject_id, "position");
CREATE TRIGGER events_append_only BEFORE DELETE OR UPDATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- row-level security is forced on public.events

create table public.firms (
  firm_id uuid not null,
  name text not null,
  slug text not null,
  locale text not null,
  time_zone text not null,
  color text not null,
  reply_to text,
  second_factor_required boolean not null default false,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  PRIMARY KEY (firm_id),
  UNIQUE (slug)
);
-- row-level security is forced on public.firms

create table public.folders (
  firm_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  created_at timestamp with time zone not null,
  CHECK ((kind = 'client_uploads'::text)),
  FOREIGN KEY (firm_id, account_id) REFERENCES accounts(firm_id, id),
  PRIMARY KEY (firm_id, id),
  UNIQUE (firm_id, account_id, kind)
);
-- row-level security is forced on public.folders

create table public.idempotency_keys (
  firm_id uuid not null,
  actor_id uuid not null,
  key text not null,
  fingerprint text not null,
  status integer,
  answer jsonb,
  created_at timestamp with time zone not null,
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, actor_id, key)
);
-- row-level security is forced on public.idempotency_keys

create table public.import_problems (
  firm_id uuid not null,
  import_id uuid not null,
  line integer not null,
  ordinal integer not null,
  field text not null,
  code text not null,
  params jsonb not null default '{}'::jsonb,
  FOREIGN KEY (firm_id, import_id) REFERENCES imports(firm_id, id),
  PRIMARY KEY (firm_id, import_id, line, ordinal)
);
-- row-level security is forced on public.import_problems

create table public.imports (
  firm_id uuid not null,
  id uuid not null,
  file_name text not null,
  storage_key text not null,
  encoding text not null,
  delimiter text not null,
  columns jsonb not null,
  total_rows integer not null,
  mapping jsonb,
  settings jsonb,
  state text not null,
  done_rows integer not null default 0,
  counts jsonb not null default '{}'::jsonb,
  created_by uuid,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  CHECK ((state = ANY (ARRAY['uploaded'::text, 'queued'::text, 'running'::text, 'finished'::text, 'failed'::text]))),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
-- row-level security is forced on public.imports

create table public.job_assignees (
  firm_id uuid not null,
  job_id uuid not null,
  member_id uuid not null,
  FOREIGN KEY (firm_id, job_id) REFERENCES jobs(firm_id, id),
  FOREIGN KEY (firm_id, member_id) REFERENCES team_members(firm_id, id),
  PRIMARY KEY (firm_id, job_id, member_id)
);
CREATE INDEX job_assignees_member ON public.job_assignees USING btree (firm_id, member_id, job_id);
-- row-level security is forced on public.job_assignees

create table public.job_comments (
  firm_id uuid not null,
  id uuid not null,
  job_id uuid not null,
  author_id uuid,
  body text not null,
  created_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  revision integer not null default 1,
  FOREIGN KEY (firm_id, author_id) REFERENCES team_members(firm_id, id),
  FOREIGN KEY (firm_id, job_id) REFERENCES jobs(firm_id, id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX job_comments_job ON public.job_comments USING btree (firm_id, job_id, created_at, id);
-- row-level security is forced on public.job_comments

create table public.job_links (
  firm_id uuid not null,
  job_id uuid not null,
  other_id uuid not null,
  linked_at timestamp with time zone not null,
  CHECK ((job_id < other_id)),
  FOREIGN KEY (firm_id, job_id) REFERENCES jobs(firm_id, id),
  FOREIGN KEY (firm_id, other_id) REFERENCES jobs(firm_id, id),
  PRIMARY KEY (firm_id, job_id, other_id)
);
CREATE INDEX job_links_other ON public.job_links USING btree (firm_id, other_id);
-- row-level security is forced on public.job_links

create table public.job_recurrences (
  firm_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  pipeline_id uuid not null,
  name text not null,
  schedule jsonb not null,
  next_on date,
  last_on date,
  created_by jsonb not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  FOREIGN KEY (firm_id, account_id) REFERENCES accounts(firm_id, id),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  FOREIGN KEY (firm_id, pipeline_id) REFERENCES pipelines(firm_id, id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX job_recurrences_account ON public.job_recurrences USING btree (firm_id, account_id);
CREATE INDEX job_recurrences_due ON public.job_recurrences USING btree (next_on) WHERE (next_on IS NOT NULL);
CREATE INDEX job_recurrences_pipeline ON public.job_recurrences USING btree (firm_id, pipeline_id);
-- row-level security is forced on public.job_recurrences

create table public.job_statuses (
  firm_id uuid not null,
  id uuid not null,
  pipeline_id uuid not null,
  FOREIGN KEY (firm_id, pipeline_id) REFERENCES pipelines(firm_id, id),
  PRIMARY KEY (firm_id, id)
);
-- row-level security is forced on public.job_statuses

create table public.jobs (
  firm_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  pipeline_id uuid not null,
  stage_id uuid not null,
  visit_id uuid not null,
  visit_ordinal integer not null,
  name text not null,
  lifecycle text not null default 'active'::text,
  pending_items integer not null default 0,
  pending_client_items integer not null default 0,
  done_items integer not null default 0,
  failed_outcomes integer not null default 0,
  advance_waiting boolean not null default false,
  stage_entered_at timestamp with time zone not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  status_id uuid,
  status_visit_id uuid,
  priority text not null default 'medium'::text,
  start_on date,
  due_on date,
  stage_due_at timestamp with time zone,
  client_visible boolean not null default false,
  client_status_id uuid,
  client_description text not null default ''::text,
  client_changed_at timestamp with time zone,
  completed_at timestamp with time zone,
  deleted_at timestamp with time zone,
  description text not null default ''::text,
  time_budget integer,
  client_name text not null default ''::text,
  created_by jsonb,
  CHECK (((status_id IS NULL) = (status_visit_id IS NULL))),
  CHECK ((due_on >= start_on)),
  CHECK ((lifecycle = ANY (ARRAY['active'::text, 'completed'::text, 'archived'::text]))),
  CHECK ((priority = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'urgent'::text]))),
  CHECK ((time_budget > 0)),
  FOREIGN KEY (firm_id, account_id) REFERENCES accounts(firm_id, id),
  FOREIGN KEY (firm_id, client_status_id) REFERENCES client_statuses(firm_id, id),
  FOREIGN KEY (firm_id, pipeline_id) REFERENCES pipelines(firm_id, id),
  FOREIGN KEY (firm_id, stage_id) REFERENCES stages(firm_id, id),
  FOREIGN KEY (firm_id, status_id) REFERENCES job_statuses(firm_id, id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX jobs_account ON public.jobs USING btree (firm_id, account_id, pipeline_id, stage_id);
CREATE INDEX jobs_deleted ON public.jobs USING btree (firm_id, deleted_at, id) WHERE (deleted_at IS NOT NULL);
CREATE INDEX jobs_due ON public.jobs USING btree (firm_id, due_on, id) WHERE ((due_on IS NOT NULL) AND (lifecycle <> 'archived'::text) AND (deleted_at IS NULL));
CREATE INDEX jobs_stage ON public.jobs USING btree (firm_id, pipeline_id, stage_id, stage_entered_at, id) WHERE ((lifecycle <> 'archived'::text) AND (deleted_at IS NULL));
CREATE INDEX jobs_status ON public.jobs USING btree (firm_id, status_id) WHERE (status_id IS NOT NULL);
CREATE TRIGGER jobs_added AFTER INSERT ON public.jobs REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_jobs_added();
CREATE TRIGGER jobs_changed AFTER UPDATE ON public.jobs REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION count_jobs_changed();
CREATE TRIGGER jobs_removed AFTER DELETE ON public.jobs REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_jobs_removed();
-- row-level security is forced on public.jobs

create table public.mails (
  firm_id uuid not null,
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
  state text not null default 'queued'::text,
  reason text,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'captured'::text, 'dropped'::text, 'failed'::text]))),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX mails_account ON public.mails USING btree (firm_id, account_id, created_at DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX mails_recent ON public.mails USING btree (firm_id, created_at DESC, id);
-- row-level security is forced on public.mails

create table public.migrations (
  name text not null,
  run_at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table public.organizer_answers (
  firm_id uuid not null,
  organizer_id uuid not null,
  question_id text not null,
  value jsonb not null,
  revision integer not null default 1,
  answered_by jsonb not null,
  answered_at timestamp with time zone not null,
  FOREIGN KEY (firm_id, organizer_id) REFERENCES organizers(firm_id, id) ON DELETE CASCADE,
  PRIMARY KEY (firm_id, organizer_id, question_id)
);
-- row-level security is forced on public.organizer_answers

create table public.organizer_files (
  firm_id uuid not null,
  organizer_id uuid not null,
  question_id text not null,
  document_id uuid not null,
  attached_at timestamp with time zone not null,
  FOREIGN KEY (firm_id, document_id) REFERENCES documents(firm_id, id),
  FOREIGN KEY (firm_id, organizer_id) REFERENCES organizers(firm_id, id) ON DELETE CASCADE,
  PRIMARY KEY (firm_id, organizer_id, question_id, document_id)
);
-- row-level security is forced on public.organizer_files

create table public.organizer_links (
  firm_id uuid not null,
  organizer_id uuid not null,
  job_id uuid not null,
  visit_id uuid not null,
  linked_at timestamp with time zone not null,
  FOREIGN KEY (firm_id, job_id) REFERENCES jobs(firm_id, id),
  FOREIGN KEY (firm_id, organizer_id) REFERENCES organizers(firm_id, id) ON DELETE CASCADE,
  FOREIGN KEY (firm_id, visit_id) REFERENCES visits(firm_id, id),
  PRIMARY KEY (firm_id, job_id, organizer_id)
);
CREATE INDEX organizer_links_organizer ON public.organizer_links USING btree (firm_id, organizer_id);
-- row-level security is forced on public.organizer_links

create table public.organizers (
  firm_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  template_id uuid not null,
  template_version integer not null,
  name text not null,
  status text not null default 'pending'::text,
  sealed boolean not null default false,
  archived boolean not null default false,
  answered integer not null default 0,
  questions integer not null,
  sent_at timestamp with time zone not null,
  bumped_at timestamp with time zone,
  opened_at timestamp with time zone,
  started_at timestamp with time zone,
  submitted_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  revision integer not null default 1,
  CHECK ((status = ANY (ARRAY['pending'::text, 'submitted'::text]))),
  FOREIGN KEY (firm_id, account_id) REFERENCES accounts(firm_id, id),
  FOREIGN KEY (firm_id, template_id, template_version) REFERENCES template_versions(firm_id, template_id, version),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX organizers_account ON public.organizers USING btree (firm_id, account_id, sent_at DESC);
CREATE INDEX organizers_sent ON public.organizers USING btree (firm_id, sent_at DESC, id);
-- row-level security is forced on public.organizers

create table public.outbox_entries (
  firm_id uuid not null,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  cause_id uuid,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  error text,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'failed'::text]))),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX outbox_entries_waiting ON public.outbox_entries USING btree (created_at) WHERE (state = 'waiting'::text);
-- row-level security is forced on public.outbox_entries

create table public.own_packs (
  firm_id uuid not null,
  id uuid not null,
  name text not null,
  summary text not null,
  content jsonb not null,
  saved_by uuid,
  saved_at timestamp with time zone not null,
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE UNIQUE INDEX own_packs_name ON public.own_packs USING btree (firm_id, lower(name));
-- row-level security is forced on public.own_packs

create table public.pipeline_members (
  firm_id uuid not null,
  pipeline_id uuid not null,
  member_id uuid not null,
  FOREIGN KEY (firm_id, member_id) REFERENCES team_members(firm_id, id),
  FOREIGN KEY (firm_id, pipeline_id) REFERENCES pipelines(firm_id, id),
  PRIMARY KEY (firm_id, pipeline_id, member_id)
);
CREATE INDEX pipeline_members_member ON public.pipeline_members USING btree (firm_id, member_id, pipeline_id);
-- row-level security is forced on public.pipeline_members

create table public.pipeline_versions (
  firm_id uuid not null,
  pipeline_id uuid not null,
  version integer not null,
  definition jsonb not null,
  published_by uuid,
  published_at timestamp with time zone not null,
  FOREIGN KEY (firm_id, pipeline_id) REFERENCES pipelines(firm_id, id),
  PRIMARY KEY (firm_id, pipeline_id, version)
);
CREATE TRIGGER pipeline_versions_append_only BEFORE DELETE OR UPDATE ON public.pipeline_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- row-level security is forced on public.pipeline_versions

create table public.pipelines (
  firm_id uuid not null,
  id uuid not null,
  name text not null,
  state text not null default 'active'::text,
  version integer,
  draft jsonb not null,
  draft_changed boolean not null default true,
  library_key text,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  settings jsonb not null default '{}'::jsonb,
  CHECK ((state = ANY (ARRAY['active'::text, 'archived'::text, 'deleted'::text]))),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE UNIQUE INDEX pipelines_name ON public.pipelines USING btree (firm_id, lower(btrim(name))) WHERE (state <> 'deleted'::text);
-- row-level security is forced on public.pipelines

create table public.saved_filters (
  firm_id uuid not null,
  id uuid not null,
  place text not null,
  owner_id uuid,
  name text not null,
  filter jsonb not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  CHECK ((place = ANY (ARRAY['board'::text, 'jobs'::text]))),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  FOREIGN KEY (firm_id, owner_id) REFERENCES team_members(firm_id, id),
  PRIMARY KEY (firm_id, id)
);
CREATE UNIQUE INDEX saved_filters_name ON public.saved_filters USING btree (firm_id, place, owner_id, lower(name)) NULLS NOT DISTINCT;
-- row-level security is forced on public.saved_filters

create table public.server_settings (
  name text not null,
  value text not null,
  PRIMARY KEY (name)
);

create table public.stages (
  firm_id uuid not null,
  id uuid not null,
  pipeline_id uuid not null,
  FOREIGN KEY (firm_id, pipeline_id) REFERENCES pipelines(firm_id, id),
  PRIMARY KEY (firm_id, id)
);
-- row-level security is forced on public.stages

create table public.tags (
  firm_id uuid not null,
  id uuid not null,
  name text not null,
  color text not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE UNIQUE INDEX tags_name ON public.tags USING btree (firm_id, lower(name));
-- row-level security is forced on public.tags

create table public.task_assignees (
  firm_id uuid not null,
  task_id uuid not null,
  member_id uuid not null,
  FOREIGN KEY (firm_id, member_id) REFERENCES team_members(firm_id, id),
  FOREIGN KEY (firm_id, task_id) REFERENCES tasks(firm_id, id),
  PRIMARY KEY (firm_id, task_id, member_id)
);
CREATE INDEX task_assignees_member ON public.task_assignees USING btree (firm_id, member_id, task_id);
-- row-level security is forced on public.task_assignees

create table public.task_recurrences (
  firm_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  content jsonb not null,
  schedule jsonb not null,
  next_on date,
  last_on date,
  created_by jsonb not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  FOREIGN KEY (firm_id, account_id) REFERENCES accounts(firm_id, id),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX task_recurrences_account ON public.task_recurrences USING btree (firm_id, account_id);
CREATE INDEX task_recurrences_due ON public.task_recurrences USING btree (next_on) WHERE (next_on IS NOT NULL);
-- row-level security is forced on public.task_recurrences

create table public.task_status_labels (
  firm_id uuid not null,
  labels jsonb not null,
  revision integer not null,
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id)
);
-- row-level security is forced on public.task_status_labels

create table public.task_subtasks (
  firm_id uuid not null,
  task_id uuid not null,
  id uuid not null,
  position integer not null,
  name text not null,
  done_at timestamp with time zone,
  FOREIGN KEY (firm_id, task_id) REFERENCES tasks(firm_id, id),
  PRIMARY KEY (firm_id, task_id, id)
);
-- row-level security is forced on public.task_subtasks

create table public.tasks (
  firm_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  job_id uuid,
  visit_id uuid,
  name text not null,
  description text not null default ''::text,
  status text not null default 'planned'::text,
  priority text not null default 'medium'::text,
  due_on date,
  created_by jsonb not null,
  completed_at timestamp with time zone,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  start_on date,
  recurrence_id uuid,
  CHECK ((due_on >= start_on)),
  CHECK ((priority = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'urgent'::text]))),
  CHECK ((status = ANY (ARRAY['planned'::text, 'in_progress'::text, 'completed'::text, 'canceled'::text]))),
  FOREIGN KEY (firm_id, account_id) REFERENCES accounts(firm_id, id),
  FOREIGN KEY (firm_id, job_id) REFERENCES jobs(firm_id, id),
  FOREIGN KEY (firm_id, recurrence_id) REFERENCES task_recurrences(firm_id, id),
  FOREIGN KEY (firm_id, visit_id) REFERENCES visits(firm_id, id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX tasks_account ON public.tasks USING btree (firm_id, account_id);
CREATE INDEX tasks_due ON public.tasks USING btree (firm_id, due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX tasks_job ON public.tasks USING btree (firm_id, job_id) WHERE (job_id IS NOT NULL);
CREATE INDEX tasks_recurrence ON public.tasks USING btree (firm_id, recurrence_id) WHERE (recurrence_id IS NOT NULL);
-- row-level security is forced on public.tasks

create table public.team_invitations (
  firm_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  token_hash text not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  FOREIGN KEY (firm_id, member_id) REFERENCES team_members(firm_id, id),
  PRIMARY KEY (firm_id, id),
  UNIQUE (token_hash)
);
-- row-level security is forced on public.team_invitations

create table public.team_members (
  firm_id uuid not null,
  id uuid not null,
  identity_id uuid,
  name text not null,
  email text not null,
  role text not null,
  rights text[] not null default '{}'::text[],
  locale text,
  state text not null,
  default_access boolean not null default false,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'employee'::text]))),
  CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'deactivated'::text]))),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE INDEX team_members_identity ON public.team_members USING btree (identity_id);
CREATE UNIQUE INDEX team_members_email ON public.team_members USING btree (firm_id, lower(email));
CREATE UNIQUE INDEX team_members_one_owner ON public.team_members USING btree (firm_id) WHERE (role = 'owner'::text);
-- row-level security is forced on public.team_members

create table public.template_versions (
  firm_id uuid not null,
  template_id uuid not null,
  version integer not null,
  content jsonb not null,
  created_at timestamp with time zone not null,
  FOREIGN KEY (firm_id, template_id) REFERENCES templates(firm_id, id),
  PRIMARY KEY (firm_id, template_id, version)
);
CREATE TRIGGER template_versions_append_only BEFORE DELETE OR UPDATE ON public.template_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- row-level security is forced on public.template_versions

create table public.templates (
  firm_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  version integer not null,
  library_key text,
  deleted_at timestamp with time zone,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  CHECK ((kind = ANY (ARRAY['organizer'::text, 'task'::text, 'email'::text, 'job'::text]))),
  FOREIGN KEY (firm_id) REFERENCES firms(firm_id),
  PRIMARY KEY (firm_id, id)
);
CREATE UNIQUE INDEX templates_name ON public.templates USING btree (firm_id, kind, lower(name)) WHERE (deleted_at IS NULL);
-- row-level security is forced on public.templates

create table public.todo_links (
  firm_id uuid not null,
  id uuid not null,
  token_hash text not null,
  organizer_id uuid not null,
  contact_email_id uuid not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  device_hashes text[] not null default '{}'::text[],
  code_hash text,
  code_expires_at timestamp with time zone,
  code_attempts integer not null default 0,
  codes_mailed integer not null default 0,
  FOREIGN KEY (firm_id, contact_email_id) REFERENCES contact_emails(firm_id, id) ON DELETE CASCADE,
  FOREIGN KEY (firm_id, organizer_id) REFERENCES organizers(firm_id, id) ON DELETE CASCADE,
  PRIMARY KEY (firm_id, id),
  UNIQUE (token_hash)
);
CREATE INDEX todo_links_organizer ON public.todo_links USING btree (firm_id, organizer_id);
-- row-level security is forced on public.todo_links

create table public.visits (
  firm_id uuid not null,
  id uuid not null,
  job_id uuid not null,
  stage_id uuid not null,
  version integer not null,
  ordinal integer not null,
  how text not null,
  cause_id uuid,
  entered_at timestamp with time zone not null,
  left_at timestamp with time zone,
  pipeline_id uuid not null,
  status_id uuid,
  CHECK ((how = ANY (ARRAY['created'::text, 'moved_by_hand'::text, 'automove'::text, 'status_set'::text]))),
  FOREIGN KEY (firm_id, job_id) REFERENCES jobs(firm_id, id),
  FOREIGN KEY (firm_id, stage_id) REFERENCES stages(firm_id, id),
  FOREIGN KEY (firm_id, status_id) REFERENCES job_statuses(firm_id, id),
  PRIMARY KEY (firm_id, id),
  UNIQUE (firm_id, job_id, ordinal)
);
CREATE UNIQUE INDEX visits_open ON public.visits USING btree (firm_id, job_id, ((status_id IS NULL))) WHERE (left_at IS NULL);
-- row-level security is forced on public.visits
