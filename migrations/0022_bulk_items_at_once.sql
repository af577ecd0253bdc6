-- A bulk act's items are stored while somebody waits for the answer. A foreign key looks for the same act once for each
-- of fifty thousand items, which took longer than everything else together; here a statement looks once.
alter table bulk_items drop constraint bulk_items_firm_id_bulk_id_fkey;

create function require_bulk_acts() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct firm_id, bulk_id from added) a
    where not exists (select from bulk_acts b where b.firm_id = a.firm_id and b.id = a.bulk_id)
  ) then raise foreign_key_violation using message = 'bulk_items belong to no bulk act';
  end if;
  return null;
end
$$;
create trigger bulk_items_of_acts after insert on bulk_items
  referencing new table as added for each statement execute function require_bulk_acts();

-- What the key forbade besides: that either changes sides, or that an act goes away and leaves its items.
create function refuse_other_act() returns trigger language plpgsql as $$
begin
  raise foreign_key_violation using message = tg_table_name || ' keep their act';
end
$$;
create trigger bulk_items_keep_act before update of firm_id, bulk_id on bulk_items
  for each statement execute function refuse_other_act();
create trigger bulk_acts_stay before delete or update of firm_id, id on bulk_acts
  for each statement execute function refuse_other_act();
