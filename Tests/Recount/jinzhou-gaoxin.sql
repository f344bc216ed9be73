-- The published figures of jinzhou-gaoxin, 2021, counted again. Written by hand from docs/reference/registers/, not made from the
-- definitions. One value, or the numerator and the denominator of a quotient (of a hundred where the unit is %).

-- line 33 参与审理行政复议案件 = 14 件
-- Taken up and concluded within the year, and those taken up by its last day and still open then.
SELECT count(*) FROM r_reconsideration_case
WHERE district = 'jinzhou-gaoxin' AND accepted_on <= '2021-12-31'
  AND (strftime('%Y', concluded_on) = '2021' OR (accepted_on <= '2021-12-31' AND ifnull(concluded_on, '9999') > '2021-12-31'));

-- line 39 行政社区 = 12 个社区
SELECT count(*) FROM unit
WHERE district = 'jinzhou-gaoxin' AND id IN (
  SELECT unit FROM r_mediation_body
  WHERE district = 'jinzhou-gaoxin' AND kind IN ('village_committee', 'residents_committee')
    AND set_up_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31'));

-- line 39 评理说事点 = 12 个点
SELECT count(*) FROM r_mediation_body
WHERE district = 'jinzhou-gaoxin' AND kind = 'talking_point' AND set_up_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31');

-- line 39 评理说事点建成率 = 100 %
SELECT count(DISTINCT CASE WHEN kind = 'talking_point' THEN unit END),
       count(DISTINCT CASE WHEN kind <> 'talking_point' THEN unit END)
FROM r_mediation_body
WHERE district = 'jinzhou-gaoxin' AND kind IN ('talking_point', 'village_committee', 'residents_committee')
  AND set_up_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31');

-- line 43 发放便民服务卡 >= 2000 张
SELECT sum(service_cards) FROM r_education_activity WHERE district = 'jinzhou-gaoxin' AND strftime('%Y', held_on) = '2021';

-- line 43 调解矛盾纠纷 = 526 件
SELECT count(DISTINCT c.id)
FROM r_mediation_case c JOIN move_stamp m ON m.district = c.district AND m.record = c.id AND m.to_state = 'agreed' AND m.on_day <= '2021-12-31'
WHERE c.district = 'jinzhou-gaoxin' AND strftime('%Y', c.agreement_effective_on) = '2021';

-- line 43 书面调解 = 189 件
SELECT count(DISTINCT c.id)
FROM r_mediation_case c JOIN move_stamp m ON m.district = c.district AND m.record = c.id AND m.to_state = 'agreed' AND m.on_day <= '2021-12-31'
WHERE c.district = 'jinzhou-gaoxin' AND c.agreement_form = 'written' AND strftime('%Y', c.agreement_effective_on) = '2021';

-- line 43 口头调解 = 337 件
SELECT count(DISTINCT c.id)
FROM r_mediation_case c JOIN move_stamp m ON m.district = c.district AND m.record = c.id AND m.to_state = 'agreed' AND m.on_day <= '2021-12-31'
WHERE c.district = 'jinzhou-gaoxin' AND c.agreement_form = 'oral' AND strftime('%Y', c.agreement_effective_on) = '2021';

-- line 47 行政社区 = 12 个社区
SELECT count(*) FROM unit
WHERE district = 'jinzhou-gaoxin' AND id IN (
  SELECT unit FROM r_mediation_body
  WHERE district = 'jinzhou-gaoxin' AND kind IN ('village_committee', 'residents_committee')
    AND set_up_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31'));

-- line 61 进校园的派出所 = 4 个派出所
SELECT count(DISTINCT unit) FROM r_education_activity
WHERE district = 'jinzhou-gaoxin' AND kind = 'school_visit' AND strftime('%Y', held_on) = '2021';

-- line 65 普法短信 >= 30000 条
SELECT sum(messages_sent) FROM r_education_activity WHERE district = 'jinzhou-gaoxin' AND strftime('%Y', held_on) = '2021';

-- line 69 全国民主法治示范村（社区） = 1 个
SELECT count(*) FROM r_demonstration_bid
WHERE district = 'jinzhou-gaoxin' AND kind = 'village' AND level = 'national'
  AND named_on <= '2021-12-31' AND (ended_on IS NULL OR ended_on > '2021-12-31');
