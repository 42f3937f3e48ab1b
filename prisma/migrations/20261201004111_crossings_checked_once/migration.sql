-- A log writes a million crossings in one statement: whose they may be is asked once for all of them, not of each.
alter policy own_institution on crossing with check (institution_id = (select current_institution()));
