package io.minsheng.demo;

import java.time.Instant;
import java.time.LocalDate;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Category;
import io.minsheng.campaign.Deadlines;
import io.minsheng.campaign.Principle;
import io.minsheng.platform.time.Shanghai;

/** The call of 2024-09-24 for 2025 in 大足区, its closing date moved to the future. */
final class ReferenceCampaign {

    static final String CODE = "DZ2025";

    private ReferenceCampaign() {
    }

    static Campaign openUntil(LocalDate lastDay) {
        Instant opens = Shanghai.startOf(LocalDate.of(2024, 9, 24));
        Campaign campaign = new Campaign(CODE, "关于面向社会公开征集大足区2025年重点民生实事建议的公告", 2025, opens,
                Shanghai.startOf(lastDay.plusDays(1)), new Campaign.Contact("大足区2025年重点民生实事建议征集",
                        "重庆市大足区区委、区政府办公大楼 区发展改革委社会事业科（演示地址）", "minsheng@example.cn", "023-0000 0000"),
                Deadlines.DEFAULT);
        campaign.classifyBy(Category.usual(), Principle.USUAL);
        return campaign;
    }
}
