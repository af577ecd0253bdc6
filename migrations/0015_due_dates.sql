-- Calendars and deadlines ask for jobs by due date (VIEW-4, REP-1).
create index jobs_due on jobs (firm_id, due_on, id) where due_on is not null and lifecycle <> 'archived' and deleted_at is null;
