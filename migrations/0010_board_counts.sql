-- How many jobs stand where on a board, and whose turn they are, without counting a million rows at every look.
--
-- A counter that every move rewrites would make all moves of a pipeline wait for each other. So a statement that changes
-- jobs adds rows that say by how much it changed each count; a count is their sum. One statement in a hundred puts the
-- rows of its pipelines together again, and leaves alone those that somebody else is just putting together.
create table board_counts (
  firm_id uuid not null,
  id bigint generated always as identity,
  pipeline_id uuid not null,
  stage_id uuid not null,
  place text not null,
  jobs integer not null,
  primary key (firm_id, id)
);
create index board_counts_pipeline on board_counts (firm_id, pipeline_id) include (stage_id, place, jobs); -- the sums

-- Where on the board a job counts; null where it is not on it. Whether an idle job is ready or stuck is up to its stage.
create function board_place(job jobs) returns text language sql immutable parallel safe as $$
  select case
    when job.deleted_at is not null or job.lifecycle = 'archived' then null
    when job.lifecycle <> 'active' then 'completed'
    when job.advance_waiting or job.failed_outcomes > 0 then 'stuck'
    when job.pending_client_items > 0 then 'client'
    when job.pending_items > 0 then 'team'
    else 'idle' end
$$;

create function fold_board_counts(of_firm uuid, of_pipeline uuid) returns void language sql as $$
  with taken as (
    delete from board_counts where firm_id = of_firm and id in (
      select id from board_counts where firm_id = of_firm and pipeline_id = of_pipeline for update skip locked)
    returning stage_id, place, jobs)
  insert into board_counts (firm_id, pipeline_id, stage_id, place, jobs)
  select of_firm, of_pipeline, stage_id, place, sum(jobs) from taken group by stage_id, place having sum(jobs) <> 0
$$;

create function count_jobs_added() returns trigger language plpgsql as $$
begin
  insert into board_counts (firm_id, pipeline_id, stage_id, place, jobs)
  select firm_id, pipeline_id, stage_id, board_place(added), count(*) from added
  where board_place(added) is not null group by 1, 2, 3, 4;
  return null;
end
$$;

create function count_jobs_changed() returns trigger language plpgsql as $$
begin
  insert into board_counts (firm_id, pipeline_id, stage_id, place, jobs)
  select firm_id, pipeline_id, stage_id, place, sum(change) from (
    select firm_id, pipeline_id, stage_id, board_place(after) as place, 1 as change from after
    union all select firm_id, pipeline_id, stage_id, board_place(before), -1 from before) changed
  where place is not null group by 1, 2, 3, 4 having sum(change) <> 0;
  if found and random() < 0.01 then
    perform fold_board_counts(firm_id, pipeline_id) from (select distinct firm_id, pipeline_id from after) touched;
  end if;
  return null;
end
$$;

create function count_jobs_removed() returns trigger language plpgsql as $$
begin
  insert into board_counts (firm_id, pipeline_id, stage_id, place, jobs)
  select firm_id, pipeline_id, stage_id, board_place(removed), -count(*) from removed
  where board_place(removed) is not null group by 1, 2, 3, 4;
  return null;
end
$$;

create trigger jobs_added after insert on jobs referencing new table as added
  for each statement execute function count_jobs_added();
create trigger jobs_changed after update on jobs referencing old table as before new table as after
  for each statement execute function count_jobs_changed();
create trigger jobs_removed after delete on jobs referencing old table as removed
  for each statement execute function count_jobs_removed();

-- A client's jobs, and with a member's clients or those with a tag at hand, which of them stand in a stage.
drop index jobs_account;
create index jobs_account on jobs (firm_id, account_id, pipeline_id, stage_id);

alter table jobs no force row level security; -- read here by the tables' owner, forced again after every migration
insert into board_counts (firm_id, pipeline_id, stage_id, place, jobs)
select firm_id, pipeline_id, stage_id, board_place(j), count(*) from jobs j
where board_place(j) is not null group by 1, 2, 3, 4;
