package io.minsheng.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Category;
import io.minsheng.campaign.Deadlines;
import io.minsheng.campaign.Principle;
import io.minsheng.platform.text.Tsv;
import io.minsheng.platform.time.Shanghai;

/** The call of 2024-09-24 for 2025 in 大足区, its closing date moved to the future. */
final class ReferenceCampaign {

    static final String CODE = "DZ2025";

    private static final List<Principle> PRINCIPLES = List.of(
            new Principle("INCLUSIVENESS", "普惠性", "切口小、受益面广：是否具有公共性，群众是否关注，受益人数多少。"),
            new Principle("EFFECTIVENESS", "实效性", "是否回应群众反复提出的问题，建成后看得见、摸得着。"),
            new Principle("FEASIBILITY", "可行性", "是否合法合规、财力可承受、现有条件能办，原则上当年办结或有明显进展。"),
            new Principle("MEASURABILITY", "目标可量化", "是否有明确的年度目标（指标、单位、数值、时限），便于检验和监督。"));

    private ReferenceCampaign() {
    }

    static Campaign openUntil(LocalDate lastDay) {
        Instant opens = Shanghai.startOf(LocalDate.of(2024, 9, 24));
        Campaign campaign = new Campaign(CODE, "关于面向社会公开征集大足区2025年重点民生实事建议的公告", 2025, opens,
                Shanghai.startOf(lastDay.plusDays(1)), new Campaign.Contact("大足区2025年重点民生实事建议征集",
                        "重庆市大足区区委、区政府办公大楼 区发展改革委社会事业科（演示地址）", "minsheng@example.cn", "023-0000 0000"),
                Deadlines.DEFAULT);
        campaign.classifyBy(categories(), PRINCIPLES);
        return campaign;
    }

    private static List<Category> categories() {
        return Tsv.resource("data/categories.tsv").stream().map(row -> new Category(row.get("code"), row.get("name"),
                row.getOrNull("defaultLead"), row.get("scope"))).toList();
    }
}
