package io.minsheng.publication;

import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.implementation.Project;
import io.minsheng.implementation.PublicWords;
import io.minsheng.platform.error.Violation;

/** Looks at words beside a project's progress with the eyes that look at its list. */
@Singleton
class GuardProgressWords implements PublicWords {

    private final GuardPublication guard;

    GuardProgressWords(GuardPublication guard) {
        this.guard = guard;
    }

    @Override
    public List<Violation> personalData(Project project, String field, String label, String text) {
        return guard.inWords(project.listId(), field, label, text);
    }
}
