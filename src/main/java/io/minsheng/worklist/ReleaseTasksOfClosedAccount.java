package io.minsheng.worklist;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.identity.AccountClosed;
import io.minsheng.workflow.HandOnWorkItem;

/** Tasks of a person whose account is taken out of use go back to the group. */
@Singleton
class ReleaseTasksOfClosedAccount {

    private final HandOnWorkItem handOn;

    ReleaseTasksOfClosedAccount(HandOnWorkItem handOn) {
        this.handOn = handOn;
    }

    void closed(@Observes AccountClosed event) {
        handOn.releaseAllOf(event.username(), "办理人的账号已停用。", event.by());
    }
}
