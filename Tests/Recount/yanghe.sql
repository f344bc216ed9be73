-- The published figures of yanghe, 2022, counted again. Written by hand from docs/reference/registers/, not made from the
-- definitions. One value, or the numerator and the denominator of a quotient (of a hundred where the unit is %).

-- line 15 依申请事项网上可办率 = 100 %
SELECT sum(ifnull(is_online, 0)), count(*) FROM r_service_item
WHERE district = 'yanghe' AND nature = 'application' AND listed_on <= '2022-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2022-12-31');

-- line 15 承诺审批事项目录 = 44 个事项
SELECT count(*) FROM r_list_item
WHERE district = 'yanghe' AND list_kind = 'permits_by_commitment' AND listed_on <= '2022-12-31' AND (removed_on IS NULL OR removed_on > '2022-12-31');

-- line 15 申请承诺审批的企业 = 3 家
SELECT count(DISTINCT credit_code) FROM r_commitment_approval
WHERE district = 'yanghe' AND applicant_kind = 'enterprise' AND strftime('%Y', committed_on) = '2022';

-- line 15 执法分局处罚公示 = 59 件
SELECT count(*) FROM r_enforcement_case WHERE district = 'yanghe' AND agency = 'zhifabei' AND strftime('%Y', published_on) = '2022';

-- line 15 市场监管分局处罚公示 = 28 件
SELECT count(*) FROM r_enforcement_case WHERE district = 'yanghe' AND agency = 'shichangbei' AND strftime('%Y', published_on) = '2022';

-- line 15 处罚公示率 = 100 %
SELECT count(CASE WHEN published_on <= '2022-12-31' THEN 1 END), count(*) FROM r_enforcement_case
WHERE district = 'yanghe' AND is_publishable = 1 AND strftime('%Y', decided_on) = '2022';

-- line 15 录入平台的普通程序案件 = 639 件
SELECT count(*) FROM r_enforcement_case
WHERE district = 'yanghe' AND procedure = 'ordinary' AND strftime('%Y', platform_entered_on) = '2022';

-- line 15 执法分局录入平台 = 626 件
SELECT count(*) FROM r_enforcement_case
WHERE district = 'yanghe' AND agency = 'zhifabei' AND procedure = 'ordinary' AND strftime('%Y', platform_entered_on) = '2022';

-- line 15 市场监管分局录入平台 = 13 件
SELECT count(*) FROM r_enforcement_case
WHERE district = 'yanghe' AND agency = 'shichangbei' AND procedure = 'ordinary' AND strftime('%Y', platform_entered_on) = '2022';

-- line 18 权力清单领域 = 8 大领域
SELECT count(DISTINCT area) FROM r_list_item
WHERE district = 'yanghe' AND list_kind = 'head_powers' AND listed_on <= '2022-12-31' AND (removed_on IS NULL OR removed_on > '2022-12-31');

-- line 18 主要负责人权力清单 = 22 项
SELECT count(*) FROM r_list_item
WHERE district = 'yanghe' AND list_kind = 'head_powers' AND listed_on <= '2022-12-31' AND (removed_on IS NULL OR removed_on > '2022-12-31');

-- line 18 主要负责人负面清单 = 10 项
SELECT count(*) FROM r_list_item
WHERE district = 'yanghe' AND list_kind = 'head_negative' AND listed_on <= '2022-12-31' AND (removed_on IS NULL OR removed_on > '2022-12-31');

-- line 18 廉政风险点 = 338 个
SELECT count(*) FROM r_integrity_risk WHERE district = 'yanghe' AND strftime('%Y', found_on) = '2022';

-- line 18 填报廉政档案 = 85 名
SELECT sum(copies) FROM r_integrity_document WHERE district = 'yanghe' AND kind = 'personal_file' AND strftime('%Y', issued_on) = '2022';

-- line 18 签订承诺书 = 111 名
SELECT sum(copies) FROM r_integrity_document WHERE district = 'yanghe' AND kind = 'pledge' AND strftime('%Y', issued_on) = '2022';

-- line 18 监察对象 = 582 人
-- The number is kept in hundredths; what was not attested does not count.
SELECT sum(value), 100 FROM r_reported_statistic
WHERE district = 'yanghe' AND subject = 'supervised_persons' AND state IN ('attested', 'locked') AND strftime('%Y', as_of_on) = '2022';

-- line 18 检查通报 = 5 份
SELECT sum(copies) FROM r_integrity_document WHERE district = 'yanghe' AND kind = 'inspection_notice' AND strftime('%Y', issued_on) = '2022';

-- line 18 批评教育 = 1 次
SELECT sum(value), 100 FROM r_reported_statistic
WHERE district = 'yanghe' AND subject = 'criticisms' AND state IN ('attested', 'locked') AND strftime('%Y', as_of_on) = '2022';

-- line 18 纪律检查建议书 = 4 份
SELECT sum(copies) FROM r_integrity_document
WHERE district = 'yanghe' AND kind = 'discipline_suggestion' AND strftime('%Y', issued_on) = '2022';

-- line 18 主动公开信息 = 759 条
SELECT count(*) FROM r_disclosure WHERE district = 'yanghe' AND strftime('%Y', published_on) = '2022';

-- line 18 依申请公开 = 9 项
SELECT count(*) FROM r_disclosure_request WHERE district = 'yanghe' AND strftime('%Y', received_on) = '2022';

-- line 18 依申请公开答复率 = 100 %
-- Below the line: what is answered, and what is unanswered although a day for the answer lay before the year's end.
SELECT count(CASE WHEN answered_on <= '2022-12-31' THEN 1 END), count(*) FROM r_disclosure_request q
WHERE district = 'yanghe' AND strftime('%Y', received_on) = '2022'
  AND (answered_on <= '2022-12-31' OR EXISTS (
    SELECT 1 FROM deadline_run d
    WHERE d.district = q.district AND d.record = q.id AND d.deadline IN ('answer', 'answer_corrected')
      AND d.phase <> 'paused' AND (d.stopped_on IS NULL OR d.stopped_on > '2022-12-31') AND d.due_on < '2022-12-31'));

-- line 18 核查问题线索 = 31 条
SELECT sum(verified) FROM r_discipline_lead
WHERE district = 'yanghe' AND state IN ('attested', 'archived') AND strftime('%Y', month_on) = '2022';

-- line 18 党纪政务处分 = 5 人
SELECT sum(punished) FROM r_discipline_lead
WHERE district = 'yanghe' AND state IN ('attested', 'archived') AND strftime('%Y', month_on) = '2022';

-- line 21 街道调委会调处 = 48 起
-- Whose case it is stands in the committee: the unit that it belongs to.
SELECT count(*)
FROM r_mediation_case c
JOIN r_mediation_body b ON b.district = c.district AND b.id = c.committee
JOIN unit u ON u.district = b.district AND u.id = b.unit
WHERE c.district = 'yanghe' AND u.kind = 'town' AND strftime('%Y', c.accepted_on) = '2022';

-- line 21 街道调委会调解成功 = 38 起
SELECT count(DISTINCT c.id)
FROM r_mediation_case c
JOIN r_mediation_body b ON b.district = c.district AND b.id = c.committee
JOIN unit u ON u.district = b.district AND u.id = b.unit
JOIN move_stamp m ON m.district = c.district AND m.record = c.id AND m.to_state = 'agreed' AND m.on_day <= '2022-12-31'
WHERE c.district = 'yanghe' AND u.kind = 'town' AND strftime('%Y', c.agreement_effective_on) = '2022';

-- line 21 司法确认 = 18 件
SELECT count(*)
FROM r_mediation_case c
JOIN r_mediation_body b ON b.district = c.district AND b.id = c.committee
JOIN unit u ON u.district = b.district AND u.id = b.unit
WHERE c.district = 'yanghe' AND u.kind = 'town' AND c.confirmation_result = 'valid' AND strftime('%Y', c.confirmation_decided_on) = '2022';

-- line 21 村（社区）调解 = 99 起
SELECT count(*)
FROM r_mediation_case c
JOIN r_mediation_body b ON b.district = c.district AND b.id = c.committee
JOIN unit u ON u.district = b.district AND u.id = b.unit
WHERE c.district = 'yanghe' AND u.kind IN ('community', 'village') AND strftime('%Y', c.accepted_on) = '2022';

-- line 21 村（社区）调解成功 = 99 起
SELECT count(DISTINCT c.id)
FROM r_mediation_case c
JOIN r_mediation_body b ON b.district = c.district AND b.id = c.committee
JOIN unit u ON u.district = b.district AND u.id = b.unit
JOIN move_stamp m ON m.district = c.district AND m.record = c.id AND m.to_state = 'agreed' AND m.on_day <= '2022-12-31'
WHERE c.district = 'yanghe' AND u.kind IN ('community', 'village') AND strftime('%Y', c.agreement_effective_on) = '2022';

-- line 21 村（社区）调解成功率 = 100 %
-- Of those that came to an agreement in the year or failed in it.
SELECT count(DISTINCT CASE WHEN m.to_state = 'agreed' THEN c.id END), count(DISTINCT c.id)
FROM r_mediation_case c
JOIN r_mediation_body b ON b.district = c.district AND b.id = c.committee
JOIN unit u ON u.district = b.district AND u.id = b.unit
JOIN move_stamp m ON m.district = c.district AND m.record = c.id AND m.on_day <= '2022-12-31'
WHERE c.district = 'yanghe' AND u.kind IN ('community', 'village')
  AND ((m.to_state = 'agreed' AND strftime('%Y', c.agreement_effective_on) = '2022')
    OR (m.to_state = 'failed' AND strftime('%Y', c.failed_on) = '2022'));

-- line 21 派出所调解室调解 = 53 起
SELECT count(*)
FROM r_mediation_case c
JOIN r_mediation_body b ON b.district = c.district AND b.id = c.committee
JOIN unit u ON u.district = b.district AND u.id = b.unit
WHERE c.district = 'yanghe' AND u.kind = 'station' AND strftime('%Y', c.accepted_on) = '2022';

-- line 21 派出所调解室调解成功 = 53 起
SELECT count(DISTINCT c.id)
FROM r_mediation_case c
JOIN r_mediation_body b ON b.district = c.district AND b.id = c.committee
JOIN unit u ON u.district = b.district AND u.id = b.unit
JOIN move_stamp m ON m.district = c.district AND m.record = c.id AND m.to_state = 'agreed' AND m.on_day <= '2022-12-31'
WHERE c.district = 'yanghe' AND u.kind = 'station' AND strftime('%Y', c.agreement_effective_on) = '2022';

-- line 21 派出所调解室成功率 = 100 %
SELECT count(DISTINCT CASE WHEN m.to_state = 'agreed' THEN c.id END), count(DISTINCT c.id)
FROM r_mediation_case c
JOIN r_mediation_body b ON b.district = c.district AND b.id = c.committee
JOIN unit u ON u.district = b.district AND u.id = b.unit
JOIN move_stamp m ON m.district = c.district AND m.record = c.id AND m.on_day <= '2022-12-31'
WHERE c.district = 'yanghe' AND u.kind = 'station'
  AND ((m.to_state = 'agreed' AND strftime('%Y', c.agreement_effective_on) = '2022')
    OR (m.to_state = 'failed' AND strftime('%Y', c.failed_on) = '2022'));

-- line 21 领导接访约访 = 6 次
SELECT count(*) FROM r_leader_reception WHERE district = 'yanghe' AND strftime('%Y', held_on) = '2022';

-- line 21 接待群众 = 29 人
SELECT sum(visitors) FROM r_leader_reception WHERE district = 'yanghe' AND strftime('%Y', held_on) = '2022';

-- line 21 接访处理访件 = 12 件
SELECT sum(matters_opened) FROM r_leader_reception WHERE district = 'yanghe' AND strftime('%Y', held_on) = '2022';

-- line 21 信访办结 = 41 件
SELECT count(*) FROM r_petition WHERE district = 'yanghe' AND strftime('%Y', closed_on) = '2022';

-- line 21 信访办结率 = 100 %
-- Closed by the year's end, of those taken up in it and not withdrawn by then.
SELECT count(CASE WHEN closed_on <= '2022-12-31' THEN 1 END), count(*) FROM r_petition p
WHERE district = 'yanghe' AND strftime('%Y', accepted_on) = '2022'
  AND CASE WHEN EXISTS (SELECT 1 FROM move_stamp m WHERE m.district = p.district AND m.record = p.id AND m.on_day > '2022-12-31')
    THEN ifnull((SELECT m.to_state FROM move_stamp m WHERE m.district = p.district AND m.record = p.id AND m.on_day <= '2022-12-31'
      ORDER BY m.on_day DESC, m.sequence DESC LIMIT 1), 'registered') ELSE state END <> 'withdrawn';

-- line 21 省级以上交办积案 = 7 件
SELECT count(*) FROM r_petition
WHERE district = 'yanghe' AND assigned_from = 'province' AND is_backlog = 1 AND strftime('%Y', assigned_on) = '2022';

-- line 21 程序性办结 = 1 件
SELECT count(*) FROM r_petition
WHERE district = 'yanghe' AND assigned_from = 'province' AND is_backlog = 1 AND closed_on <= '2022-12-31' AND closing = 'procedural' AND strftime('%Y', assigned_on) = '2022';

-- line 21 实体性办结 = 6 件
SELECT count(*) FROM r_petition
WHERE district = 'yanghe' AND assigned_from = 'province' AND is_backlog = 1 AND closed_on <= '2022-12-31' AND closing = 'substantive' AND strftime('%Y', assigned_on) = '2022';

-- line 21 积案化解率 = 100 %
SELECT sum(ifnull(closed_on, '9999') <= '2022-12-31' AND ifnull(closing, '') IN ('procedural', 'substantive')), count(*) FROM r_petition
WHERE district = 'yanghe' AND assigned_from = 'province' AND is_backlog = 1 AND strftime('%Y', assigned_on) = '2022';

-- line 21 劳动争议调解成功率 = 100 %
SELECT count(DISTINCT CASE WHEN m.to_state = 'agreed' THEN c.id END), count(DISTINCT c.id)
FROM r_mediation_case c
JOIN r_mediation_body b ON b.district = c.district AND b.id = c.committee AND b.unit = 'renshe'
JOIN move_stamp m ON m.district = c.district AND m.record = c.id AND m.on_day <= '2022-12-31'
WHERE c.district = 'yanghe'
  AND ((m.to_state = 'agreed' AND strftime('%Y', c.agreement_effective_on) = '2022')
    OR (m.to_state = 'failed' AND strftime('%Y', c.failed_on) = '2022'));

-- line 25 预案体系推进会 = 1 次
SELECT count(*) FROM r_meeting WHERE district = 'yanghe' AND kind = 'promotion' AND strftime('%Y', held_on) = '2022';

-- line 25 总体预案 = 1 个
SELECT count(*) FROM r_emergency_plan
WHERE district = 'yanghe' AND kind = 'overall' AND issued_on <= '2022-12-31' AND (ended_on IS NULL OR ended_on > '2022-12-31');

-- line 25 专项预案 = 31 个
SELECT count(*) FROM r_emergency_plan
WHERE district = 'yanghe' AND kind = 'special' AND issued_on <= '2022-12-31' AND (ended_on IS NULL OR ended_on > '2022-12-31');

-- line 25 部门预案 = 13 个
SELECT count(*) FROM r_emergency_plan
WHERE district = 'yanghe' AND kind = 'department' AND issued_on <= '2022-12-31' AND (ended_on IS NULL OR ended_on > '2022-12-31');

-- line 25 街道预案 = 38 个
SELECT count(*) FROM r_emergency_plan
WHERE district = 'yanghe' AND kind = 'town' AND issued_on <= '2022-12-31' AND (ended_on IS NULL OR ended_on > '2022-12-31');

-- line 25 村（社区）预案 = 109 个
SELECT count(*) FROM r_emergency_plan
WHERE district = 'yanghe' AND kind = 'village' AND issued_on <= '2022-12-31' AND (ended_on IS NULL OR ended_on > '2022-12-31');

-- line 25 网上登记备案预案 = 192 个
SELECT count(*) FROM r_emergency_plan
WHERE district = 'yanghe' AND registered_on <= '2022-12-31' AND (ended_on IS NULL OR ended_on > '2022-12-31');

-- line 25 预案专项执法检查 = 73 家次
SELECT count(*)
FROM r_inspection i JOIN r_inspection__visits v ON v.district = i.district AND v.parent = i.id
WHERE i.district = 'yanghe' AND i.kind = 'special' AND strftime('%Y', v.visited_on) = '2022';

-- line 29 普法责任单位 = 14 个单位
SELECT count(DISTINCT unit) FROM r_education_duty WHERE district = 'yanghe' AND strftime('%Y', listed_on) = '2022';

-- line 29 普法任务措施 = 75 条
SELECT count(*) FROM r_education_duty WHERE district = 'yanghe' AND strftime('%Y', listed_on) = '2022';

-- line 29 应考单位 = 26 个单位
SELECT count(DISTINCT s.unit)
FROM r_exam e JOIN r_exam__sittings s ON s.district = e.district AND s.parent = e.id
WHERE e.district = 'yanghe' AND e.kind = 'officials' AND strftime('%Y', s.held_on) = '2022';

-- line 29 应考人数 = 1260 人
SELECT sum(s.due)
FROM r_exam e JOIN r_exam__sittings s ON s.district = e.district AND s.parent = e.id
WHERE e.district = 'yanghe' AND e.kind = 'officials' AND strftime('%Y', s.held_on) = '2022';

-- line 29 参考率 = 100 %
SELECT sum(s.sat), sum(s.due)
FROM r_exam e JOIN r_exam__sittings s ON s.district = e.district AND s.parent = e.id
WHERE e.district = 'yanghe' AND e.kind = 'officials' AND strftime('%Y', s.held_on) = '2022';

-- line 29 合格率 = 100 %
SELECT sum(s.qualified), sum(s.sat)
FROM r_exam e JOIN r_exam__sittings s ON s.district = e.district AND s.parent = e.id
WHERE e.district = 'yanghe' AND e.kind = 'officials' AND strftime('%Y', s.held_on) = '2022';
