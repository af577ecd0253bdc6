-- Pipelines: settings beside what they do, deletion that can be taken back, and the firm's own library.

-- A deleted pipeline keeps everything, its archived jobs too, and gives its name away.
alter table pipelines drop constraint pipelines_state_check;
alter table pipelines add constraint pipelines_state_check check (state in ('active', 'archived', 'deleted'));
drop index pipelines_name;
create unique index pipelines_name on pipelines (firm_id, lower(btrim(name))) where state <> 'deleted'; -- SET-1

-- How its board looks and what new jobs get (SET-3 to SET-6); what is missing here has its default in the code.
alter table pipelines add column settings jsonb not null default '{}';
