-- Jobs that come again (J-20 to J-27): an account, a pipeline and a schedule.
-- `next_on` is the next day a job is due to be added, null once it has ended.
create table job_recurrences (
  firm_id uuid not null references firms,
  id uuid not null,
  account_id uuid not null,
  pipeline_id uuid not null,
  name text not null,
  schedule jsonb not null,
  next_on date,
  last_on date,
  created_by jsonb not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (firm_id, id),
  foreign key (firm_id, account_id) references accounts,
  foreign key (firm_id, pipeline_id) references pipelines
);
create index job_recurrences_account on job_recurrences (firm_id, account_id);
create index job_recurrences_pipeline on job_recurrences (firm_id, pipeline_id);
create index job_recurrences_due on job_recurrences (next_on) where next_on is not null; -- the sweep, in all firms
