-- What a job says (JOB-5, JOB-9, JOB-10), who made it (JOB-16), its comments (JOB-14) and its links to other jobs (J-30).

alter table jobs
  add column description text not null default '',
  add column time_budget integer check (time_budget > 0), -- minutes
  add column client_name text not null default '',
  add column created_by jsonb, -- null: made before this was kept
  add constraint jobs_dates check (due_on >= start_on);
create index jobs_deleted on jobs (firm_id, deleted_at, id) where deleted_at is not null; -- jobs to be taken back

create table job_comments (
  firm_id uuid not null,
  id uuid not null,
  job_id uuid not null,
  author_id uuid, -- null: the comment came with a template
  body text not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  revision integer not null default 1,
  primary key (firm_id, id),
  foreign key (firm_id, job_id) references jobs (firm_id, id),
  foreign key (firm_id, author_id) references team_members (firm_id, id)
);
create index job_comments_job on job_comments (firm_id, job_id, created_at, id); -- a job's comments, in order

-- Jobs that belong together; a link has no direction and is written once, the smaller id first.
create table job_links (
  firm_id uuid not null,
  job_id uuid not null,
  other_id uuid not null,
  linked_at timestamptz not null,
  primary key (firm_id, job_id, other_id),
  check (job_id < other_id),
  foreign key (firm_id, job_id) references jobs (firm_id, id),
  foreign key (firm_id, other_id) references jobs (firm_id, id)
);
create index job_links_other on job_links (firm_id, other_id); -- a job's links from the other end

-- Templates of jobs (JD-1).
alter table templates drop constraint templates_kind_check;
alter table templates add constraint templates_kind_check check (kind in ('organizer', 'task', 'email', 'job'));
