package io.minsheng.campaign;

import java.time.Instant;

/** Where a campaign stands; follows from its dates, so no clock can forget to change it. */
public enum CampaignState {

    DRAFT("筹备中"),
    OPEN("征集中"),
    HANDLING("办理中"),
    CLOSED("已结案");

    private final String label;

    CampaignState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static CampaignState at(Instant now, Instant opens, Instant closes, Instant closedAt) {
        if (closedAt != null) {
            return CLOSED;
        }
        if (now.isBefore(opens)) {
            return DRAFT;
        }
        return now.isBefore(closes) ? OPEN : HANDLING;
    }
}
