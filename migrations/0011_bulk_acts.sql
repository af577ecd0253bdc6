-- Where a job stood when it was chosen for a bulk act: one that has moved since is left where it is now.
alter table bulk_items add column seen_visit_id uuid;
