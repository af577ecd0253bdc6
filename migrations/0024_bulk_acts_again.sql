-- An act that tries again what failed in this one, started once however often it is asked for (A-11).
alter table bulk_acts
  add column retry_id uuid,
  add foreign key (firm_id, retry_id) references bulk_acts;
