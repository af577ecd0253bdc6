-- Tasks whole: start dates, checklists (T-5), and tasks that come again (T-6).

alter table tasks
  add column start_on date,
  add column recurrence_id uuid,
  add constraint tasks_dates check (due_on >= start_on);
create index tasks_due on tasks (firm_id, due_on, id) where due_on is not null; -- tasks due in a stretch of days

create table task_subtasks (
  firm_id uuid not null,
  task_id uuid not null,
  id uuid not null,
  position integer not null,
  name text not null,
  done_at timestamptz,
  primary key (firm_id, task_id, id),
  foreign key (firm_id, task_id) references tasks
);

-- `content` is what a task template says; `next_on` is the next day a task is due to be made, null once it has ended.
create table task_recurrences (
  firm_id uuid not null references firms,
  id uuid not null,
  account_id uuid not null,
  content jsonb not null,
  schedule jsonb not null,
  next_on date,
  last_on date,
  created_by jsonb not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (firm_id, id),
  foreign key (firm_id, account_id) references accounts
);
create index task_recurrences_account on task_recurrences (firm_id, account_id);
create index task_recurrences_due on task_recurrences (next_on) where next_on is not null; -- the sweep, in all firms

alter table tasks add foreign key (firm_id, recurrence_id) references task_recurrences;
create index tasks_recurrence on tasks (firm_id, recurrence_id) where recurrence_id is not null;

-- Task templates said "due after days"; they say dates now (JD-4). The same facts, written the new way.
alter table template_versions disable trigger template_versions_append_only;
update template_versions v
set content = (v.content - 'dueInDays') || jsonb_build_object(
  'status', 'planned',
  'subtasks', '[]'::jsonb,
  'dates', jsonb_build_object('kind', 'relative', 'startIn', null, 'dueIn',
    case when jsonb_typeof(v.content -> 'dueInDays') = 'number'
      then jsonb_build_object('count', v.content -> 'dueInDays', 'unit', 'day') end))
from templates t
where t.firm_id = v.firm_id and t.id = v.template_id and t.kind = 'task' and not v.content ? 'dates';
alter table template_versions enable trigger template_versions_append_only;
