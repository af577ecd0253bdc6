-- Jobs of one client that belong together; a link has no direction and is written once, the smaller id first (J-30).
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
