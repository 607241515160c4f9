package io.minsheng.evaluation;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.workflow.WorkItemEnded;

/** Who has answered, or need not any more, needs no more time. */
@Singleton
class DropExtension {

    private final DueExtensions extensions;

    DropExtension(DueExtensions extensions) {
        this.extensions = extensions;
    }

    void ended(@Observes WorkItemEnded event) {
        if (event.item().queue().equals("EVALUATION")) {
            extensions.askedOn(event.item().id()).ifPresent(DueExtension::drop);
        }
    }
}
