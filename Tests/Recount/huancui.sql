-- The published figures of huancui, 2021, counted again. Written by hand from docs/reference/registers/, not made from the
-- definitions. One value, or the numerator and the denominator of a quotient (of a hundred where the unit is %).

-- line 11 全面依法治区工作会议 = 1 次
SELECT count(*) FROM r_meeting WHERE district = 'huancui' AND kind = 'work_conference' AND strftime('%Y', held_on) = '2021';

-- line 11 依法治区委员会会议 = 2 次
SELECT count(*) FROM r_meeting WHERE district = 'huancui' AND kind = 'committee' AND strftime('%Y', held_on) = '2021';

-- line 11 依法治区办公室会议 = 1 次
SELECT count(*) FROM r_meeting WHERE district = 'huancui' AND kind = 'committee_office' AND strftime('%Y', held_on) = '2021';

-- line 11 协调小组会议 = 2 次
SELECT count(*) FROM r_meeting WHERE district = 'huancui' AND kind = 'coordination_group' AND strftime('%Y', held_on) = '2021';

-- line 11 印发法治建设文件 = 11 个文件
-- Plans and measures on any subject of the rule of law; requests, reports and the yearly report are no such documents.
SELECT count(*) FROM r_issued_document
WHERE district = 'huancui' AND strftime('%Y', issued_on) = '2021'
  AND kind IN ('plan', 'scheme', 'duty_list', 'opinion', 'measure', 'notice', 'bulletin')
  AND subject IN ('overall', 'heads_duty', 'rectification', 'reconsideration', 'enforcement', 'decision', 'education', 'disputes');

-- line 13 述法单位 = 43 个单位
SELECT count(DISTINCT unit) FROM r_duty_report
WHERE district = 'huancui' AND submitted_on IS NOT NULL AND strftime('%Y', year_ends_on) = '2021';

-- line 15 中心组学法 = 2 次
SELECT count(*) FROM r_study_session WHERE district = 'huancui' AND kind = 'centre_group' AND strftime('%Y', held_on) = '2021';

-- line 15 政府常务会议学法 = 5 次
SELECT count(*) FROM r_study_session WHERE district = 'huancui' AND kind = 'executive_meeting' AND strftime('%Y', held_on) = '2021';

-- line 15 网络答题 = 8154 人次
SELECT sum(quiz_attendances) FROM r_exam WHERE district = 'huancui' AND kind = 'quiz' AND strftime('%Y', closed_on) = '2021';

-- line 19 先进典型单位 = 5 个单位
SELECT count(*) FROM r_demonstration_bid WHERE district = 'huancui' AND kind = 'unit' AND strftime('%Y', named_on) = '2021';

-- line 19 上报指标材料 = 104 项
SELECT sum(material_items) FROM r_demonstration_bid WHERE district = 'huancui' AND strftime('%Y', bid_on) = '2021';

-- line 19 综合示范申报 = 1 个
SELECT count(*) FROM r_demonstration_bid WHERE district = 'huancui' AND kind = 'area' AND strftime('%Y', bid_on) = '2021';

-- line 19 单项示范申报 = 2 个
SELECT count(*) FROM r_demonstration_bid WHERE district = 'huancui' AND kind = 'project' AND strftime('%Y', bid_on) = '2021';

-- line 21 调整权责清单事项 >= 200 项
-- Added to the list in the year, and changed or taken off in it; an item changed and taken off is one.
SELECT (SELECT count(*) FROM r_power_item WHERE district = 'huancui' AND entry_kind = 'added' AND strftime('%Y', listed_on) = '2021')
     + (SELECT count(DISTINCT record) FROM move_stamp
        WHERE district = 'huancui' AND register = 'power_item' AND transition IN ('adjust', 'cancel', 'cancel_at_once')
          AND strftime('%Y', on_day) = '2021');

-- line 21 权责清单事项 = 4046 项
SELECT count(*) FROM r_power_item
WHERE district = 'huancui' AND listed_on <= '2021-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2021-12-31');

-- line 21 政务服务落实措施 = 16 条
SELECT count(*) FROM r_annual_task WHERE district = 'huancui' AND source = 'measure' AND strftime('%Y', assigned_on) = '2021';

-- line 21 认领省级不罚轻罚清单 = 206 项
SELECT count(*) FROM r_list_item
WHERE district = 'huancui' AND list_kind IN ('no_penalty', 'light_penalty', 'no_compulsion') AND origin = 'province'
  AND listed_on <= '2021-12-31' AND (removed_on IS NULL OR removed_on > '2021-12-31');

-- line 21 认领市级不罚轻罚清单 = 55 项
SELECT count(*) FROM r_list_item
WHERE district = 'huancui' AND list_kind IN ('no_penalty', 'light_penalty', 'no_compulsion') AND origin = 'city'
  AND listed_on <= '2021-12-31' AND (removed_on IS NULL OR removed_on > '2021-12-31');

-- line 21 不予处罚和减轻处罚 >= 600 件
SELECT count(*) FROM r_enforcement_case
WHERE district = 'huancui' AND strftime('%Y', decided_on) = '2021'
  AND (outcome IN ('first_violation', 'minor', 'no_fault') OR (outcome = 'penalised' AND discretion = 'reduced'));

-- line 21 不罚和减轻的金额 >= 28 万元
-- Kept in fen, of which a million are ten thousand yuan.
SELECT sum(relieved), 1000000 FROM r_enforcement_case WHERE district = 'huancui' AND strftime('%Y', decided_on) = '2021';

-- line 23 政府规范性文件 = 3 件
SELECT count(*) FROM r_normative_document
WHERE district = 'huancui' AND identification = 'normative' AND maker_level IN ('government', 'government_office')
  AND strftime('%Y', issued_on) = '2021';

-- line 23 部门规范性文件 = 10 件
SELECT count(*) FROM r_normative_document
WHERE district = 'huancui' AND identification = 'normative' AND maker_level IN ('department', 'town') AND strftime('%Y', issued_on) = '2021';

-- line 25 合法性审核率 = 100 %
SELECT sum(ifnull(review_result, '') = 'lawful'), count(*) FROM r_normative_document
WHERE district = 'huancui' AND identification = 'normative' AND strftime('%Y', decided_on) = '2021';

-- line 25 专项清理 = 3 次
SELECT count(*) FROM r_document_cleanup WHERE district = 'huancui' AND kind = 'special' AND strftime('%Y', opened_on) = '2021';

-- line 25 全面清理 = 1 次
SELECT count(*) FROM r_document_cleanup WHERE district = 'huancui' AND kind = 'full' AND strftime('%Y', opened_on) = '2021';

-- line 25 清理政府规范性文件 = 16 件
SELECT count(*)
FROM r_document_cleanup c JOIN r_document_cleanup__documents d ON d.district = c.district AND d.parent = c.id
WHERE c.district = 'huancui' AND d.kind = 'government' AND strftime('%Y', c.opened_on) = '2021';

-- line 25 清理政策性文件 = 186 件
SELECT count(*)
FROM r_document_cleanup c JOIN r_document_cleanup__documents d ON d.district = c.district AND d.parent = c.id
WHERE c.district = 'huancui' AND d.kind = 'policy' AND strftime('%Y', c.opened_on) = '2021';

-- line 25 公布重大行政决策 = 4 项
SELECT count(*) FROM r_major_decision WHERE district = 'huancui' AND strftime('%Y', published_on) = '2021';

-- line 27 录入平台案件 = 187 件
SELECT count(*) FROM r_enforcement_case WHERE district = 'huancui' AND strftime('%Y', platform_entered_on) = '2021';

-- line 27 执法证件培训考试 = 2 次
SELECT count(*) FROM r_exam
WHERE district = 'huancui' AND kind IN ('certificate', 'certificate_review') AND strftime('%Y', closed_on) = '2021';

-- line 27 两年审验 = 43 人
SELECT count(*)
FROM r_enforcement_officer o JOIN r_enforcement_officer__reviews v ON v.district = o.district AND v.parent = o.id
WHERE o.district = 'huancui' AND v.kind = 'two_year' AND strftime('%Y', v.reviewed_on) = '2021';

-- line 27 四年审验 = 114 人
SELECT count(*)
FROM r_enforcement_officer o JOIN r_enforcement_officer__reviews v ON v.district = o.district AND v.parent = o.id
WHERE o.district = 'huancui' AND v.kind = 'four_year' AND strftime('%Y', v.reviewed_on) = '2021';

-- line 27 新申领执法证 = 88 人
SELECT count(*) FROM r_enforcement_officer WHERE district = 'huancui' AND application = 'new' AND strftime('%Y', applied_on) = '2021';

-- line 31 人民调解经费 = 126 万元
-- Kept in fen, of which a million are ten thousand yuan; what was not attested does not count.
SELECT sum(amount), 1000000 FROM r_reported_statistic
WHERE district = 'huancui' AND subject = 'mediation_funds' AND state IN ('attested', 'locked') AND strftime('%Y', as_of_on) = '2021';

-- line 31 人民调解员 = 1117 名
SELECT count(*) FROM r_mediator
WHERE district = 'huancui' AND kind IN ('mediator', 'talking_point_worker')
  AND appointed_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31');

-- line 31 人民调解委员会 = 260 个
SELECT count(*) FROM r_mediation_body
WHERE district = 'huancui' AND set_up_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31')
  AND kind IN ('village_committee', 'residents_committee', 'town_committee', 'enterprise_committee', 'trade_committee');

-- line 31 调处矛盾纠纷 = 4354 件
SELECT count(*) FROM r_mediation_case WHERE district = 'huancui' AND strftime('%Y', accepted_on) = '2021';

-- line 31 受理行政复议 = 50 件
SELECT count(*) FROM r_reconsideration_case WHERE district = 'huancui' AND strftime('%Y', accepted_on) = '2021';

-- line 31 审结行政复议 = 39 件
SELECT count(*) FROM r_reconsideration_case
WHERE district = 'huancui' AND accepted_on <= '2021-12-31' AND strftime('%Y', concluded_on) = '2021';

-- line 31 行政复议纠错率 = 28.2 %
-- Under the line only what was decided on its merits: no refusal, no mediation, no withdrawal.
SELECT sum(outcome NOT IN ('upheld', 'upheld_2017', 'claim_rejected', 'claim_rejected_2017', 'agreement_decided', 'compensation_decided')), count(*)
FROM r_reconsideration_case
WHERE district = 'huancui' AND strftime('%Y', concluded_on) = '2021'
  AND outcome IN ('changed', 'changed_2017', 'revoked', 'revoked_2017', 'partly_revoked', 'declared_unlawful', 'declared_unlawful_2017',
    'ordered_to_perform', 'ordered_to_perform_2017', 'declared_void', 'upheld', 'upheld_2017', 'claim_rejected', 'claim_rejected_2017',
    'agreement_decided', 'compensation_decided');

-- line 31 区级领导接访 = 54 批次
SELECT count(*) FROM r_leader_reception WHERE district = 'huancui' AND level = 'district' AND strftime('%Y', held_on) = '2021';

-- line 31 区级领导接访化解 = 53 起
SELECT count(*) FROM r_leader_reception
WHERE district = 'huancui' AND level = 'district' AND strftime('%Y', held_on) = '2021' AND resolved_on <= '2021-12-31';

-- line 31 区级领导接访正在化解 = 1 起
SELECT count(*) FROM r_leader_reception
WHERE district = 'huancui' AND level = 'district' AND (resolved_on IS NULL OR resolved_on > '2021-12-31') AND strftime('%Y', held_on) = '2021';

-- line 31 镇街领导接访 = 249 批次
SELECT count(*) FROM r_leader_reception WHERE district = 'huancui' AND level = 'town' AND strftime('%Y', held_on) = '2021';

-- line 31 镇街领导接访化解 = 198 批次
SELECT count(*) FROM r_leader_reception
WHERE district = 'huancui' AND level = 'town' AND strftime('%Y', held_on) = '2021' AND resolved_on <= '2021-12-31';

-- line 31 镇街领导接访正在化解 = 51 起
SELECT count(*) FROM r_leader_reception
WHERE district = 'huancui' AND level = 'town' AND (resolved_on IS NULL OR resolved_on > '2021-12-31') AND strftime('%Y', held_on) = '2021';

-- line 35 普法活动场次 >= 600 场
SELECT sum(sessions) FROM r_education_activity WHERE district = 'huancui' AND strftime('%Y', held_on) = '2021';

-- line 35 参加普法活动 >= 4700 人次
SELECT sum(participants) FROM r_education_activity WHERE district = 'huancui' AND strftime('%Y', held_on) = '2021';

-- line 35 发放普法资料 >= 36000 份
SELECT sum(copies) FROM r_education_activity WHERE district = 'huancui' AND strftime('%Y', held_on) = '2021';

-- line 35 发放法律读本的镇街 = 4 个镇街
SELECT count(DISTINCT town) FROM r_education_activity WHERE district = 'huancui' AND booklets > 0 AND strftime('%Y', held_on) = '2021';

-- line 35 发放法律读本 = 20000 本
SELECT sum(booklets) FROM r_education_activity WHERE district = 'huancui' AND strftime('%Y', held_on) = '2021';

-- line 35 民法典讲座 = 5 次
SELECT count(*) FROM r_education_activity t
WHERE district = 'huancui' AND kind = 'lecture' AND strftime('%Y', held_on) = '2021'
  AND EXISTS (SELECT 1 FROM r_education_activity__themes h WHERE h.district = t.district AND h.parent = t.id AND h.value = 'civil_code');

-- line 35 融入民法典内容的省级基地 = 2 处
SELECT count(*) FROM r_legal_venue
WHERE district = 'huancui' AND kind = 'base' AND level = 'province' AND has_civil_code = 1
  AND opened_on <= '2021-12-31' AND (closed_on IS NULL OR closed_on > '2021-12-31');

-- line 35 充实民法典内容的城市书房 = 11 家
SELECT count(*) FROM r_legal_venue
WHERE district = 'huancui' AND kind = 'reading_room' AND has_civil_code = 1
  AND opened_on <= '2021-12-31' AND (closed_on IS NULL OR closed_on > '2021-12-31');

-- line 35 主题公园的普法区域 = 4 个区域
SELECT sum(zones) FROM r_legal_venue v
WHERE district = 'huancui' AND opened_on <= '2021-12-31' AND (closed_on IS NULL OR closed_on > '2021-12-31')
  AND EXISTS (SELECT 1 FROM r_legal_venue__audiences a WHERE a.district = v.district AND a.parent = v.id AND a.value = 'students');
