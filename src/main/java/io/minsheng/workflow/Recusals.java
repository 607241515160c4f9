package io.minsheng.workflow;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Who has stepped back from what. */
@ApplicationScoped
public class Recusals implements PanacheRepositoryBase<Recusal, String> {

    public boolean isRecused(SubjectType type, String subject, String username) {
        return count("username = ?1 and subjectType = ?2 and subjectId = ?3", username, type, subject) > 0;
    }

    /** Whether the person has stepped back from anything. */
    public boolean hasAny(Actor actor) {
        return find("username = ?1", actor.username()).firstResultOptional().isPresent();
    }

    public boolean isRecused(WorkItem item, Actor actor) {
        return isRecused(item.subjectType(), item.subjectId(), actor.username());
    }

    /**
     * Refuses those who have stepped back.
     *
     * @throws Refusal 403
     */
    public void check(SubjectType type, String subject, Actor actor) {
        if (isRecused(type, subject, actor.username())) {
            throw Refusal.forbidden("您已回避，不能再办理此事。");
        }
    }

    /** User names of all who have stepped back from this. */
    public Set<String> of(SubjectType type, String subject) {
        return list("subjectType = ?1 and subjectId = ?2", type, subject).stream().map(Recusal::username)
                .collect(Collectors.toSet());
    }
}
