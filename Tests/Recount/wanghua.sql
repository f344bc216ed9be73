-- The published figures of wanghua, 2021, counted again. Written by hand from docs/reference/registers/, not made from the
-- definitions. One value, or the numerator and the denominator of a quotient (of a hundred where the unit is %).

-- line 7 中心组专题学习 >= 200 次
SELECT count(*) FROM r_study_session s
WHERE district = 'wanghua' AND kind = 'centre_group' AND strftime('%Y', held_on) = '2021'
  AND EXISTS (SELECT 1 FROM r_study_session__themes h WHERE h.district = s.district AND h.parent = s.id AND h.value = 'rule_of_law_thought');

-- line 11 进驻大厅的审批部门 = 22 个部门
SELECT count(DISTINCT department) FROM r_service_item
WHERE district = 'wanghua' AND is_in_hall = 1 AND hall_from_on <= '2021-12-31' AND listed_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31');

-- line 11 进驻大厅事项 = 403 项
SELECT count(*) FROM r_service_item
WHERE district = 'wanghua' AND is_in_hall = 1 AND hall_from_on <= '2021-12-31' AND listed_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31');

-- line 11 依申请事项 = 344 项
SELECT count(*) FROM r_service_item
WHERE district = 'wanghua' AND nature = 'application' AND listed_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31');

-- line 11 依申请事项网办率 = 100 %
SELECT sum(ifnull(is_online, 0)), count(*) FROM r_service_item
WHERE district = 'wanghua' AND nature = 'application' AND listed_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31');

-- line 11 全程网办事项 = 292 项
SELECT count(*) FROM r_service_item
WHERE district = 'wanghua' AND is_fully_online = 1 AND listed_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31');

-- line 11 最多跑一次事项 = 344 项
SELECT count(*) FROM r_service_item
WHERE district = 'wanghua' AND nature = 'application' AND is_one_visit = 1
  AND listed_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31');

-- line 11 最多跑一次比率 = 100 %
SELECT sum(ifnull(is_one_visit, 0)), count(*) FROM r_service_item
WHERE district = 'wanghua' AND nature = 'application' AND listed_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31');

-- line 11 工程项目全流程审批时限 <= 60 工作日
-- The number is kept in hundredths; what was not attested does not count.
SELECT max(value), 100 FROM r_reported_statistic
WHERE district = 'wanghua' AND subject = 'project_approval_days' AND state IN ('attested', 'locked') AND strftime('%Y', as_of_on) = '2021';

-- line 11 工程项目审批可网上预约 = 100 %
SELECT sum(ifnull(is_bookable, 0)), count(*) FROM r_service_item
WHERE district = 'wanghua' AND is_engineering = 1 AND listed_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31');

-- line 11 权责清单涉及的区直部门 = 23 个部门
SELECT count(DISTINCT department) FROM r_power_item
WHERE district = 'wanghua' AND body_kind = 'department' AND listed_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31');

-- line 11 权责清单事项 = 539 项
SELECT count(*) FROM r_power_item
WHERE district = 'wanghua' AND listed_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31');

-- line 12 派驻律师服务团队 = 2 家
SELECT count(DISTINCT credit_code) FROM r_legal_adviser
WHERE district = 'wanghua' AND kind = 'firm' AND is_for_all = 1
  AND engaged_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31');

-- line 13 新增行政复议办公室 = 1 个
SELECT count(*) FROM r_working_body
WHERE district = 'wanghua' AND kind = 'office' AND field = 'reconsideration' AND strftime('%Y', set_up_on) = '2021';

-- line 13 新增行政复议办案人员 = 1 人
SELECT count(*)
FROM r_working_body b JOIN r_working_body__members m ON m.district = b.district AND m.parent = b.id
WHERE b.district = 'wanghua' AND b.field = 'reconsideration' AND strftime('%Y', m.joined_on) = '2021';

-- line 14 负责人出庭应诉率 = 100 %
-- A case counts once, however often it was heard, and as attended where the head came to one hearing.
SELECT count(DISTINCT CASE WHEN h.head_appeared = 1 AND ifnull(h.held_on, '') <= '2021-12-31' THEN c.id END), count(DISTINCT c.id)
FROM r_litigation_case c LEFT JOIN r_litigation_case__hearings h ON h.district = c.district AND h.parent = c.id
WHERE c.district = 'wanghua' AND strftime('%Y', c.heard_on) = '2021';

-- line 19 案卷评查单位 = 6 个单位
SELECT count(DISTINCT f.agency)
FROM r_file_review r JOIN r_file_review__files f ON f.district = r.district AND f.parent = r.id
WHERE r.district = 'wanghua' AND strftime('%Y', r.scored_on) = '2021';

-- line 19 评查案卷 = 30 个案卷
SELECT count(*)
FROM r_file_review r JOIN r_file_review__files f ON f.district = r.district AND f.parent = r.id
WHERE r.district = 'wanghua' AND strftime('%Y', r.scored_on) = '2021';

-- line 20 批准涉企检查计划的部门 = 9 个部门
SELECT count(DISTINCT agency) FROM r_inspection
WHERE district = 'wanghua' AND kind IN ('planned', 'random') AND strftime('%Y', approved_on) = '2021';

-- line 20 批准的检查事项 = 38 个
SELECT count(*) FROM r_inspection WHERE district = 'wanghua' AND kind IN ('planned', 'random') AND strftime('%Y', approved_on) = '2021';

-- line 21 国有财产保护提起公诉 = 2 件
SELECT sum(value), 100 FROM r_reported_statistic
WHERE district = 'wanghua' AND subject = 'property_prosecutions' AND state IN ('attested', 'locked') AND strftime('%Y', as_of_on) = '2021';

-- line 23 纠正不当立案 = 10 件
SELECT sum(cases_corrected) FROM r_judicial_suggestion
WHERE district = 'wanghua' AND matter = 'case_opening' AND strftime('%Y', received_on) = '2021';

-- line 23 纠正违法通知书 = 10 份
SELECT count(*) FROM r_judicial_suggestion
WHERE district = 'wanghua' AND kind = 'correction_notice' AND strftime('%Y', received_on) = '2021';

-- line 23 不批准逮捕 = 90 人
SELECT sum(value), 100 FROM r_reported_statistic
WHERE district = 'wanghua' AND subject = 'not_arrested' AND state IN ('attested', 'locked') AND strftime('%Y', as_of_on) = '2021';

-- line 23 不起诉 = 34 人
SELECT sum(value), 100 FROM r_reported_statistic
WHERE district = 'wanghua' AND subject = 'not_prosecuted' AND state IN ('attested', 'locked') AND strftime('%Y', as_of_on) = '2021';

-- line 25 优良天数同比提高 = 8.2 %(同比)
-- Reported as a percentage and kept in hundredths of one: 820 is 8.2 %.
SELECT sum(value), 100 FROM r_reported_statistic
WHERE district = 'wanghua' AND subject = 'good_air_days_change' AND state IN ('attested', 'locked') AND strftime('%Y', as_of_on) = '2021';

-- line 25 细颗粒物浓度同比改善 = 8.5 %(同比)
SELECT sum(value), 100 FROM r_reported_statistic
WHERE district = 'wanghua' AND subject = 'pm25_change' AND state IN ('attested', 'locked') AND strftime('%Y', as_of_on) = '2021';

-- line 25 督察信访投诉较第一轮下降 = 48.5 %(降幅)
SELECT sum(value), 100 FROM r_reported_statistic
WHERE district = 'wanghua' AND subject = 'environment_complaints_fall' AND state IN ('attested', 'locked') AND strftime('%Y', as_of_on) = '2021';

-- line 25 督察投诉按期销号 = 17 件
-- Closed, and put right by the day set for it.
SELECT count(*) FROM r_rectification_issue
WHERE district = 'wanghua' AND closed_on <= '2021-12-31' AND source = 'inspection_complaint' AND field = 'environment' AND strftime('%Y', found_on) = '2021'
  AND NOT (ifnull(rectified_on, '9999') <= '2021-12-31' AND due_on IS NOT NULL AND rectified_on > due_on);

-- line 27 试点办公室的工作组 = 3 个组
SELECT count(*) FROM r_working_body
WHERE district = 'wanghua' AND kind = 'working_group' AND field = 'governance'
  AND set_up_on <= '2021-12-31' AND (dissolved_on IS NULL OR dissolved_on > '2021-12-31');

-- line 27 试点基本要求 = 88 项
SELECT count(*) FROM r_annual_task
WHERE district = 'wanghua' AND source = 'pilot' AND part = 'basic' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31') AND assigned_on <= '2021-12-31';

-- line 27 试点特色指标 = 11 项
SELECT count(*) FROM r_annual_task
WHERE district = 'wanghua' AND source = 'pilot' AND part = 'local' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31') AND assigned_on <= '2021-12-31';

-- line 27 试点全部任务（88+11） = 99 项
SELECT count(*) FROM r_annual_task WHERE district = 'wanghua' AND source = 'pilot' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31') AND assigned_on <= '2021-12-31';

-- line 27 试点当年到期任务（30+0） = 30 项
SELECT count(*) FROM r_annual_task
WHERE district = 'wanghua' AND source = 'pilot' AND part = 'basic' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31') AND strftime('%Y', due_on) = '2021';

-- line 27 试点当年到期已完成 = 24 项
SELECT count(*) FROM r_annual_task
WHERE district = 'wanghua' AND source = 'pilot' AND done_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31') AND strftime('%Y', due_on) = '2021';

-- line 28 评理说事点 = 89 个
SELECT count(*) FROM r_mediation_body
WHERE district = 'wanghua' AND kind = 'talking_point' AND set_up_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31');

-- line 28 个人调解工作室 = 13 个
SELECT count(*) FROM r_mediation_body
WHERE district = 'wanghua' AND kind = 'studio' AND set_up_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31');

-- line 28 调解各类案件 = 765 件
SELECT count(*) FROM r_mediation_case WHERE district = 'wanghua' AND strftime('%Y', accepted_on) = '2021';

-- line 28 网上信访指导站 = 7 家
SELECT count(*) FROM r_petition_station
WHERE district = 'wanghua' AND kind = 'guidance' AND set_up_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31');

-- line 28 网上信访代理站 = 90 家
SELECT count(*) FROM r_petition_station
WHERE district = 'wanghua' AND kind = 'agent' AND set_up_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31');

-- line 28 信访代理员 = 90 名
-- Counted by the rows of the people, not by the number that the station keeps of them: those taken on by the year's last day and not yet
-- dismissed then.
SELECT count(*)
FROM r_petition_station s JOIN r_petition_station__agents a ON a.district = s.district AND a.parent = s.id
WHERE s.district = 'wanghua' AND s.kind = 'agent' AND s.set_up_on <= '2021-12-31' AND (s.ended_on IS NULL OR s.ended_on > '2021-12-31')
  AND ifnull(a.appointed_on, '') <= '2021-12-31' AND (a.ended_on IS NULL OR a.ended_on > '2021-12-31');

-- line 28 信访代理案件 = 1682 件
SELECT count(agent_station) FROM r_petition WHERE district = 'wanghua' AND strftime('%Y', received_on) = '2021';

-- line 31 办结人大代表建议 = 115 件
SELECT count(*) FROM r_proposal WHERE district = 'wanghua' AND kind IN ('deputy', 'motion') AND strftime('%Y', answered_on) = '2021';

-- line 31 办结政协提案 = 84 件
SELECT count(*) FROM r_proposal WHERE district = 'wanghua' AND kind = 'cppcc' AND strftime('%Y', answered_on) = '2021';

-- line 32 派驻纪检监察组 = 6 个组
SELECT count(*) FROM r_working_body
WHERE district = 'wanghua' AND kind = 'discipline_group' AND set_up_on <= '2021-12-31' AND (dissolved_on IS NULL OR dissolved_on > '2021-12-31');

-- line 32 派驻监督的功能划分（一组一项） = 6 大功能
SELECT count(*) FROM r_working_body
WHERE district = 'wanghua' AND kind = 'discipline_group' AND set_up_on <= '2021-12-31' AND (dissolved_on IS NULL OR dissolved_on > '2021-12-31');

-- line 32 派驻监督覆盖的单位 = 50 家
SELECT count(DISTINCT c.title)
FROM r_working_body b JOIN r_working_body__covered c ON c.district = b.district AND c.parent = b.id
WHERE b.district = 'wanghua' AND b.kind = 'discipline_group'
  AND b.set_up_on <= '2021-12-31' AND (b.dissolved_on IS NULL OR b.dissolved_on > '2021-12-31');

-- line 34 公开政务信息 >= 2000 条
SELECT count(*) FROM r_disclosure WHERE district = 'wanghua' AND strftime('%Y', published_on) = '2021';

-- line 37 行政执法人员 = 184 人
SELECT count(*) FROM r_enforcement_officer
WHERE district = 'wanghua' AND kind = 'officer' AND issued_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31');
