-- The published figures of dawa, 2023, counted again. Written by hand from docs/reference/registers/, not made from the
-- definitions. One value, or the numerator and the denominator of a quotient (of a hundred where the unit is %).

-- line 13 普法讲师团专题宣讲 >= 20 场
SELECT count(*) FROM r_study_session WHERE district = 'dawa' AND kind = 'preaching' AND strftime('%Y', held_on) = '2023';

-- line 13 测试测评人数 = 2744 人
SELECT sum(s.sat)
FROM r_exam e JOIN r_exam__sittings s ON s.district = e.district AND s.parent = e.id
WHERE e.district = 'dawa' AND e.kind = 'thought_test' AND strftime('%Y', s.held_on) = '2023';

-- line 17 书面述法 = 68 名
SELECT count(*) FROM r_duty_report
WHERE district = 'dawa' AND form = 'written' AND submitted_on IS NOT NULL AND strftime('%Y', year_ends_on) = '2023';

-- line 17 现场述法 = 4 人
SELECT count(*) FROM r_duty_report
WHERE district = 'dawa' AND form = 'on_site' AND heard_on IS NOT NULL AND strftime('%Y', year_ends_on) = '2023';

-- line 19 督导组 = 4 个组
SELECT count(*) FROM r_working_body
WHERE district = 'dawa' AND kind = 'supervision_group' AND set_up_on <= '2023-12-31' AND (dissolved_on IS NULL OR dissolved_on > '2023-12-31');

-- line 25 列入重大行政决策目录 = 2 个项目
SELECT count(*) FROM r_major_decision WHERE district = 'dawa' AND strftime('%Y', catalogued_on) = '2023';

-- line 25 规范性文件清理 = 2 次
SELECT count(*) FROM r_document_cleanup WHERE district = 'dawa' AND strftime('%Y', opened_on) = '2023';

-- line 33 完成清单修订的镇街 = 16 家
SELECT count(*) FROM (
  SELECT b.unit
  FROM r_enforcement_body b JOIN r_enforcement_body__revisions v ON v.district = b.district AND v.parent = b.id
  WHERE b.district = 'dawa' AND b.kind = 'town' AND strftime('%Y', v.revised_on) = '2023'
  GROUP BY b.unit);

-- line 33 执法监督 = 4 次
SELECT count(*) FROM r_supervision_action WHERE district = 'dawa' AND kind = 'special' AND strftime('%Y', carried_out_on) = '2023';

-- line 33 公示检查计划的执法单位 = 10 家
SELECT count(DISTINCT agency) FROM r_inspection WHERE district = 'dawa' AND strftime('%Y', published_on) = '2023';

-- line 33 公示涉企检查计划 = 32 项
SELECT count(*) FROM r_inspection WHERE district = 'dawa' AND strftime('%Y', published_on) = '2023';

-- line 33 案卷评查单位 = 19 家
SELECT count(DISTINCT f.agency)
FROM r_file_review r JOIN r_file_review__files f ON f.district = r.district AND f.parent = r.id
WHERE r.district = 'dawa' AND strftime('%Y', r.scored_on) = '2023';

-- line 35 走访执法单位 = 20 家
SELECT count(DISTINCT t.agency)
FROM r_supervision_action a JOIN r_supervision_action__targets t ON t.district = a.district AND t.parent = a.id
WHERE a.district = 'dawa' AND a.kind = 'visit' AND strftime('%Y', t.visited_on) = '2023';

-- line 35 参加执法培训人数 = 60 人
SELECT sum(persons) FROM r_study_session s
WHERE district = 'dawa' AND kind = 'training' AND strftime('%Y', held_on) = '2023'
  AND EXISTS (SELECT 1 FROM r_study_session__audiences a WHERE a.district = s.district AND a.parent = s.id AND a.value = 'enforcement');

-- line 51 中期评估检查单位 = 11 家
SELECT count(DISTINCT d.unit)
FROM r_education_duty d JOIN r_education_duty__assessments a ON a.district = d.district AND a.parent = d.id
WHERE d.district = 'dawa' AND a.stage = 'mid_term' AND strftime('%Y', a.assessed_on) = '2023';

-- line 53 旁听庭审人数 = 35 名
SELECT sum(persons) FROM r_study_session WHERE district = 'dawa' AND kind = 'court_hearing' AND strftime('%Y', held_on) = '2023';

-- line 53 主题宣传活动 >= 150 次
SELECT count(*) FROM r_education_activity WHERE district = 'dawa' AND campaign IS NOT NULL AND strftime('%Y', held_on) = '2023';

-- line 53 普法讲师团基层宣讲 >= 10 次
SELECT count(*) FROM r_education_activity WHERE district = 'dawa' AND lecturer = 'lecture_group' AND strftime('%Y', held_on) = '2023';

-- line 53 发放宣传资料 >= 20000 份
SELECT sum(copies) FROM r_education_activity WHERE district = 'dawa' AND strftime('%Y', held_on) = '2023';

-- line 55 法律明白人 = 945 名
SELECT count(*) FROM r_legal_guide
WHERE district = 'dawa' AND certified_on <= '2023-12-31' AND (ended_on IS NULL OR ended_on > '2023-12-31');

-- line 55 法律明白人培训 = 4 次
SELECT count(*) FROM r_education_activity t
WHERE district = 'dawa' AND kind = 'training' AND strftime('%Y', held_on) = '2023'
  AND EXISTS (SELECT 1 FROM r_education_activity__audiences a WHERE a.district = t.district AND a.parent = t.id AND a.value = 'legal_guides');

-- line 55 省级普法示范社区 = 8 家
SELECT count(*) FROM r_demonstration_bid
WHERE district = 'dawa' AND kind = 'education_site' AND level = 'province' AND site = 'community'
  AND named_on <= '2023-12-31' AND (ended_on IS NULL OR ended_on > '2023-12-31');

-- line 55 省级普法示范村 = 6 个村
SELECT count(*) FROM r_demonstration_bid
WHERE district = 'dawa' AND kind = 'education_site' AND level = 'province' AND site = 'village'
  AND named_on <= '2023-12-31' AND (ended_on IS NULL OR ended_on > '2023-12-31');

-- line 63 依申请和公共服务事项 = 1160 个
SELECT count(*) FROM (
  SELECT id FROM r_service_item
  WHERE district = 'dawa' AND nature = 'application' AND listed_on <= '2023-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2023-12-31')
  UNION
  SELECT id FROM r_service_item
  WHERE district = 'dawa' AND kind = 'public_service' AND listed_on <= '2023-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2023-12-31'));

-- line 63 划转政务服务事项 = 112 项
SELECT count(*) FROM r_service_item WHERE district = 'dawa' AND strftime('%Y', transferred_on) = '2023';

-- line 63 电子证照事项 = 104 项
SELECT count(*) FROM r_service_item
WHERE district = 'dawa' AND is_e_certificate = 1 AND e_certificate_on <= '2023-12-31' AND listed_on <= '2023-12-31' AND (cancelled_on IS NULL OR cancelled_on > '2023-12-31');

-- line 63 纳入办事指南的高频事项 = 3997 个
SELECT count(*) FROM r_list_item
WHERE district = 'dawa' AND list_kind = 'guide' AND listed_on <= '2023-12-31' AND (removed_on IS NULL OR removed_on > '2023-12-31');

-- line 63 企业开办办结时间 = 0.5 天
-- The number is kept in hundredths; what was not attested does not count.
SELECT max(value), 100 FROM r_reported_statistic
WHERE district = 'dawa' AND subject = 'business_start_days' AND state IN ('attested', 'locked') AND strftime('%Y', as_of_on) = '2023';

-- line 65 法治体检企业 = 10 家
SELECT count(DISTINCT enterprise) FROM r_legal_service_visit
WHERE district = 'dawa' AND kind IN ('check_up', 'life_cycle') AND strftime('%Y', done_on) = '2023';
