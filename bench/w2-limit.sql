-- One move as somebody writes it who needs nothing but its rows: the client submits, the team completes, the job goes on
-- to its next stage, whose organizer, task, mail and outcomes are created. :m numbers the moves.
begin;

update organizers o set status = 'submitted', submitted_at = now(), updated_at = now()
from limit_moves l where l.m = :m and o.firm_id = l.firm_id and o.id = l.organizer_id;

update tasks t set status = 'completed', completed_at = now(), revision = revision + 1
from limit_moves l where l.m = :m and t.firm_id = l.firm_id and t.id = l.task_id;

update jobs j set stage_id = l.to_stage, visit_id = l.to_visit, visit_ordinal = l.ordinal + 1, revision = revision + 1,
  pending_items = (not l.is_last)::int * 2, pending_client_items = (not l.is_last)::int, done_items = 0,
  stage_entered_at = now()
from limit_moves l where l.m = :m and j.firm_id = l.firm_id and j.id = l.job_id;

update visits v set left_at = now()
from limit_moves l where l.m = :m and v.firm_id = l.firm_id and v.id = l.from_visit;

insert into visits (firm_id, id, job_id, pipeline_id, stage_id, version, ordinal, how, cause_id, entered_at)
select l.firm_id, l.to_visit, l.job_id, j.pipeline_id, l.to_stage, 1, l.ordinal + 1, 'automove', l.to_visit, now()
from limit_moves l join jobs j on j.firm_id = l.firm_id and j.id = l.job_id where l.m = :m;

insert into organizers (firm_id, id, account_id, template_id, template_version, name, questions, sent_at, updated_at)
select firm_id, next_organizer_id, account_id, organizer_template, 1, 'Questions', 1, now(), now()
from limit_moves where m = :m and not is_last;

insert into organizer_links (firm_id, organizer_id, job_id, visit_id, linked_at)
select firm_id, next_organizer_id, job_id, to_visit, now() from limit_moves where m = :m and not is_last;

insert into todo_links (firm_id, id, token_hash, organizer_id, contact_email_id, sent_at, expires_at)
select firm_id, gen_random_uuid(), md5(m::text) || md5(job_id::text), next_organizer_id, contact_email_id, now(),
  now() + interval '7 days'
from limit_moves where m = :m and not is_last;

insert into tasks (firm_id, id, account_id, job_id, visit_id, name, created_by, created_at)
select firm_id, next_task_id, account_id, job_id, to_visit, 'Check', '{"id": null, "kind": "automation", "name": "automation"}',
  now()
from limit_moves where m = :m and not is_last;

insert into automation_outcomes (firm_id, visit_id, automation_id, job_id, kind, result, created_id, decided_at)
select firm_id, to_visit, gen_random_uuid(), job_id, kind, 'done', created, now()
from limit_moves cross join lateral (values ('create_organizer', next_organizer_id), ('create_task', next_task_id)) o(kind, created)
where m = :m and not is_last;

with mail as (
  insert into mails (firm_id, id, kind, to_email, to_name, locale, account_id, contact_id, contact_email_id, organizer_id,
    job_id, subject, params, message_id, created_at)
  select l.firm_id, uuidv7(), x.kind, l.email, 'Contact', 'en', l.account_id, l.contact_id, l.contact_email_id, x.about,
    l.job_id, 'Questions: please answer until the end of the month',
    jsonb_build_object('link', repeat('x', 80), 'organizerName', 'Questions'), '<' || gen_random_uuid() || '@bench.test>', now()
  from limit_moves l
    cross join lateral (values ('organizer_submitted', l.organizer_id), ('organizer_sent', l.next_organizer_id)) x(kind, about)
  where l.m = :m and not (x.kind = 'organizer_sent' and l.is_last)
  returning firm_id, id),
entry as (
  insert into outbox_entries (firm_id, id, kind, payload, cause_id, created_at)
  select firm_id, id, 'mail', jsonb_build_object('mailId', id), id, now() from mail returning firm_id, id)
insert into pgboss.job_common (name, id, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
  heartbeat_seconds)
select 'mail', id, jsonb_build_object('firmId', firm_id, 'entryId', id), 'standard', 60, 2, true, 3600, 300, 10 from entry;

insert into events (firm_id, id, type, at, actor_kind, actor_name, cause_id, account_id, job_id, subject_kind, subject_id, payload)
select l.firm_id, uuidv7(), x.type, now(), x.actor, 'Somebody', l.to_visit, l.account_id, l.job_id, x.kind, x.about,
  jsonb_build_object('name', 'Questions', 'stage', 'Step 2', 'from', 'Step 1', 'version', 1)
from limit_moves l cross join lateral (values
  ('organizer.submitted', 'contact', 'organizer', l.organizer_id), ('task.statusChanged', 'member', 'task', l.task_id),
  ('job.moved', 'automation', 'job', l.job_id), ('organizer.sent', 'automation', 'organizer', l.next_organizer_id),
  ('task.created', 'automation', 'task', l.next_task_id)) x(type, actor, kind, about)
where l.m = :m and not (x.type in ('organizer.sent', 'task.created') and l.is_last);

commit;
