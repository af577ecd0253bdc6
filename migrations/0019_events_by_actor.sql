create index events_actor on events (firm_id, actor_id, position desc) where actor_id is not null; -- what somebody did
create index events_at on events using brin (at); -- what happened in a week long ago, where rows lie in the order of time
