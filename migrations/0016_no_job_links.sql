-- Jobs are not linked to each other yet; a table that nothing reads waits for nobody.
drop table job_links;
