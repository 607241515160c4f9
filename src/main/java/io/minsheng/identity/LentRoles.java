package io.minsheng.identity;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;

/** Whose roles the person of this request has as a stand-in, for whatever is written down about an act. */
@ApplicationScoped
public class LentRoles {

    private final SecurityIdentity identity;

    LentRoles(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** User names of those who lend this person a role; empty for everybody else, and outside of a request. */
    public List<String> lendersOf(String username) {
        if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
            return List.of();
        }
        Actor actor = identity.getAttribute(CurrentActor.ATTRIBUTE);
        return actor == null || !actor.username().equals(username) ? List.of()
                : actor.absent().entrySet().stream().filter(each -> !each.getValue().isEmpty()).map(Map.Entry::getKey).sorted()
                        .toList();
    }
}
