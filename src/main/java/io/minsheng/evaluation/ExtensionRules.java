package io.minsheng.evaluation;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.minsheng.campaign.Campaigns;
import io.minsheng.workflow.WorkItem;

/** Who may have more time: whoever asks before the deadline, once, for the days that the campaign allows. */
@Singleton
class ExtensionRules {

    private final DueExtensions extensions;
    private final Campaigns campaigns;
    private final InstantSource clock;

    ExtensionRules(DueExtensions extensions, Campaigns campaigns, InstantSource clock) {
        this.extensions = extensions;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    int days(WorkItem item) {
        return campaigns.rules(item.campaign()).deadlines().extension();
    }

    /** Empty when it may be asked. */
    Optional<String> whyNot(Part part, WorkItem item) {
        if (days(item) < 1) {
            return Optional.of("本次征集不办理延期。");
        }
        if (item.dueAt() == null || !clock.instant().isBefore(item.dueAt())) {
            return Optional.of("期限已过，不能再申请延期。");
        }
        if (extensions.of(part, ExtensionState.ASKED).isPresent()) {
            return Optional.of("已经申请延期，正在等待审批。");
        }
        return extensions.of(part, ExtensionState.APPROVED).map(each -> "这项任务已经延期一次，不能再延。");
    }
}
