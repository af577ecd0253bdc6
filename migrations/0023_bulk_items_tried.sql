-- How often an item was begun alone after the server had stopped in the middle of its act several times: one that stops
-- it again is given up, instead of the whole act.
alter table bulk_items add column tries smallint not null default 0;
