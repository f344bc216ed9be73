-- The figures of mediation_case for 2021, each counted by a statement of its own, as one writes it by hand.
-- Lines are name|value, or name|numerator|denominator; money in fen.
SELECT 'registered_cases', count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND registered_on BETWEEN '2021-01-01' AND '2021-12-31';

SELECT 'accepted_cases', count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND accepted_on BETWEEN '2021-01-01' AND '2021-12-31';

SELECT 'agreed_cases', count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0;

SELECT 'written_agreements', count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0
   AND agreement_form = 'written';

SELECT 'oral_agreements', count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0
   AND agreement_form = 'oral';

SELECT 'written_share', count(CASE WHEN agreement_form = 'written' THEN 1 END), count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0;

SELECT 'failed_cases', count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND failed_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',failed,') > 0;

SELECT 'declined_cases', count(*) FROM
 (SELECT m.record, min(m.on_day) AS first_day FROM move_stamp m
   WHERE m.district = 'jinzhou-gaoxin' AND m.register = 'mediation_case' AND m.to_state = 'declined' GROUP BY m.record)
 WHERE first_day BETWEEN '2021-01-01' AND '2021-12-31';

SELECT 'success_rate', agreed, agreed + failed FROM
 (SELECT count(*) AS agreed FROM r_mediation_case
   WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0),
 (SELECT count(*) AS failed FROM r_mediation_case
   WHERE district = 'jinzhou-gaoxin' AND failed_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',failed,') > 0);

SELECT 'on_time_rate', count(CASE WHEN d.stopped_on <= d.due_on THEN 1 END),
       count(CASE WHEN d.stopped_on IS NOT NULL OR (d.phase = 'running' AND d.due_on < '2021-12-31') THEN 1 END)
  FROM r_mediation_case r JOIN deadline_run d ON d.district = r.district AND d.record = r.id AND d.deadline = 'conclude'
 WHERE r.district = 'jinzhou-gaoxin' AND r.accepted_on BETWEEN '2021-01-01' AND '2021-12-31';

SELECT 'late_cases', count(CASE WHEN d.stopped_on > d.due_on OR (d.phase = 'running' AND d.due_on < '2021-12-31') THEN 1 END)
  FROM r_mediation_case r JOIN deadline_run d ON d.district = r.district AND d.record = r.id AND d.deadline = 'conclude'
 WHERE r.district = 'jinzhou-gaoxin' AND r.accepted_on BETWEEN '2021-01-01' AND '2021-12-31';

SELECT 'mean_days', sum(julianday(agreement_effective_on) - julianday(accepted_on)), count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0
   AND accepted_on IS NOT NULL;

SELECT 'longest_days', CAST(max(julianday(agreement_effective_on) - julianday(accepted_on)) AS INTEGER) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0;

SELECT 'confirmation_applications', count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND confirmation_applied_on BETWEEN '2021-01-01' AND '2021-12-31';

SELECT 'confirmed_cases', count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND confirmation_decided_on BETWEEN '2021-01-01' AND '2021-12-31' AND confirmation_result = 'valid';

SELECT 'confirmation_rate', count(CASE WHEN confirmation_result = 'valid' THEN 1 END), count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND confirmation_decided_on BETWEEN '2021-01-01' AND '2021-12-31'
   AND confirmation_result IN ('valid', 'rejected');

SELECT 'performance_rate', count(performed_on), count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0;

SELECT 'disputed_cases', count(*) FROM
 (SELECT m.record, min(m.on_day) AS first_day FROM move_stamp m
   WHERE m.district = 'jinzhou-gaoxin' AND m.register = 'mediation_case' AND m.to_state = 'disputed' GROUP BY m.record)
 WHERE first_day BETWEEN '2021-01-01' AND '2021-12-31';

SELECT 'proactive_cases', count(*) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND accepted_on BETWEEN '2021-01-01' AND '2021-12-31' AND source IN ('proactive', 'grid');

SELECT 'amount_involved', coalesce(sum(amount), 0) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND accepted_on BETWEEN '2021-01-01' AND '2021-12-31';

SELECT 'agreement_amount_total', coalesce(sum(agreement_amount), 0) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0;

SELECT 'persons_served', coalesce(sum(persons), 0) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND accepted_on BETWEEN '2021-01-01' AND '2021-12-31';

SELECT 'bodies_with_cases', count(DISTINCT committee) FROM r_mediation_case
 WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0;

SELECT 'agreed_change', (SELECT count(*) FROM r_mediation_case
   WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0)
 - (SELECT count(*) FROM r_mediation_case
   WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2020-01-01' AND '2020-12-31' AND instr(passed, ',agreed,') > 0);

SELECT 'written_share_change', 100.0 * now.written / now.agreed - 100.0 * before.written / before.agreed FROM
 (SELECT count(CASE WHEN agreement_form = 'written' THEN 1 END) AS written, count(*) AS agreed FROM r_mediation_case
   WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0) now,
 (SELECT count(CASE WHEN agreement_form = 'written' THEN 1 END) AS written, count(*) AS agreed FROM r_mediation_case
   WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2020-01-01' AND '2020-12-31' AND instr(passed, ',agreed,') > 0) before;
