package io.minsheng.proposal;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.workflow.WorkItemHandedOn;

/** Colleagues read on the case who got its task from whom, and why. What was given back without a word needs none. */
@Singleton
class TellHandedOn {

    private final Proposals proposals;
    private final Timeline timeline;

    TellHandedOn(Proposals proposals, Timeline timeline) {
        this.proposals = proposals;
        this.timeline = timeline;
    }

    void handedOn(@Observes WorkItemHandedOn event) {
        if (event.item().caseNumber() == null || event.to() == null && event.reason() == null) {
            return;
        }
        String what = event.to() == null ? "退回任务“" + event.item().name() + "”，由本组其他人领取"
                : "将任务“" + event.item().name() + "”转交" + event.to().displayName();
        timeline.add(proposals.byNumber(event.item().caseNumber()),
                Note.internal(what + (event.reason() == null ? "。" : "：" + event.reason())), event.by());
    }
}
