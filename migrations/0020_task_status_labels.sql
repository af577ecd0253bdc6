-- What a firm calls the statuses of tasks (T-4); what it has no word for is said in ours, in the reader's language.
create table task_status_labels (
  firm_id uuid primary key references firms,
  labels jsonb not null,
  revision integer not null
);
