-- The same figures in as few scans as one would write by hand: one over the register for 2021, one for 2020.
.mode list
WITH
 r AS (
  SELECT *, instr(passed, ',agreed,') > 0 AS ever_agreed,
         accepted_on BETWEEN '2021-01-01' AND '2021-12-31' AS is_accepted,
         agreement_effective_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',agreed,') > 0 AS is_agreed,
         confirmation_decided_on BETWEEN '2021-01-01' AND '2021-12-31' AS is_decided,
         julianday(agreement_effective_on) - julianday(accepted_on) AS days
    FROM r_mediation_case WHERE +district = 'jinzhou-gaoxin'),
 scan AS (
  SELECT count(*) FILTER (WHERE registered_on BETWEEN '2021-01-01' AND '2021-12-31') AS registered,
         count(*) FILTER (WHERE is_accepted) AS accepted,
         count(*) FILTER (WHERE is_agreed) AS agreed,
         count(*) FILTER (WHERE is_agreed AND agreement_form = 'written') AS written,
         count(*) FILTER (WHERE is_agreed AND agreement_form = 'oral') AS oral,
         count(*) FILTER (WHERE failed_on BETWEEN '2021-01-01' AND '2021-12-31' AND instr(passed, ',failed,') > 0) AS failed,
         count(*) FILTER (WHERE instr(passed, ',declined,') > 0 AND (SELECT min(m.on_day) FROM move_stamp m
           WHERE m.district = r.district AND m.record = r.id AND m.to_state = 'declined') BETWEEN '2021-01-01' AND '2021-12-31') AS declined,
         count(*) FILTER (WHERE instr(passed, ',disputed,') > 0 AND (SELECT min(m.on_day) FROM move_stamp m
           WHERE m.district = r.district AND m.record = r.id AND m.to_state = 'disputed') BETWEEN '2021-01-01' AND '2021-12-31') AS disputed,
         sum(days) FILTER (WHERE is_agreed) AS day_sum, count(days) FILTER (WHERE is_agreed) AS day_count,
         max(days) FILTER (WHERE is_agreed) AS longest,
         count(*) FILTER (WHERE confirmation_applied_on BETWEEN '2021-01-01' AND '2021-12-31') AS applied,
         count(*) FILTER (WHERE is_decided AND confirmation_result = 'valid') AS confirmed,
         count(*) FILTER (WHERE is_decided AND confirmation_result IN ('valid', 'rejected')) AS decided,
         count(*) FILTER (WHERE is_agreed AND performed_on IS NOT NULL) AS performed,
         count(*) FILTER (WHERE is_accepted AND source IN ('proactive', 'grid')) AS proactive,
         coalesce(sum(amount) FILTER (WHERE is_accepted), 0) AS amount,
         coalesce(sum(agreement_amount) FILTER (WHERE is_agreed), 0) AS agreed_amount,
         coalesce(sum(persons) FILTER (WHERE is_accepted), 0) AS persons,
         count(DISTINCT CASE WHEN is_agreed THEN committee END) AS bodies
    FROM r),
 clock AS (
  SELECT count(*) FILTER (WHERE d.stopped_on <= d.due_on) AS met,
         count(*) FILTER (WHERE d.stopped_on > d.due_on OR (d.phase = 'running' AND d.due_on < '2021-12-31')) AS late,
         count(*) FILTER (WHERE d.stopped_on IS NOT NULL OR (d.phase = 'running' AND d.due_on < '2021-12-31')) AS judged
    FROM r_mediation_case c JOIN deadline_run d ON d.district = c.district AND d.record = c.id AND d.deadline = 'conclude'
   WHERE c.district = 'jinzhou-gaoxin' AND c.accepted_on BETWEEN '2021-01-01' AND '2021-12-31'),
 before AS (
  SELECT count(*) AS agreed, count(*) FILTER (WHERE agreement_form = 'written') AS written FROM r_mediation_case
   WHERE district = 'jinzhou-gaoxin' AND agreement_effective_on BETWEEN '2020-01-01' AND '2020-12-31' AND instr(passed, ',agreed,') > 0)
SELECT
 'registered_cases|' || s.registered || x'0a' || 'accepted_cases|' || s.accepted || x'0a' || 'agreed_cases|' || s.agreed || x'0a' ||
 'written_agreements|' || s.written || x'0a' || 'oral_agreements|' || s.oral || x'0a' || 'written_share|' || s.written || '|' || s.agreed || x'0a' ||
 'failed_cases|' || s.failed || x'0a' || 'declined_cases|' || s.declined || x'0a' ||
 'success_rate|' || s.agreed || '|' || (s.agreed + s.failed) || x'0a' || 'on_time_rate|' || clock.met || '|' || clock.judged || x'0a' ||
 'late_cases|' || clock.late || x'0a' || 'mean_days|' || s.day_sum || '|' || s.day_count || x'0a' ||
 'longest_days|' || CAST(s.longest AS INTEGER) || x'0a' || 'confirmation_applications|' || s.applied || x'0a' ||
 'confirmed_cases|' || s.confirmed || x'0a' || 'confirmation_rate|' || s.confirmed || '|' || s.decided || x'0a' ||
 'performance_rate|' || s.performed || '|' || s.agreed || x'0a' || 'disputed_cases|' || s.disputed || x'0a' ||
 'proactive_cases|' || s.proactive || x'0a' || 'amount_involved|' || s.amount || x'0a' || 'agreement_amount_total|' || s.agreed_amount || x'0a' ||
 'persons_served|' || s.persons || x'0a' || 'bodies_with_cases|' || s.bodies || x'0a' || 'agreed_change|' || (s.agreed - before.agreed) || x'0a' ||
 'written_share_change|' || (100.0 * s.written / s.agreed - 100.0 * before.written / before.agreed)
FROM scan s, clock, before;
