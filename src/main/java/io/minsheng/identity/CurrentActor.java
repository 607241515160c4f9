package io.minsheng.identity;

import jakarta.enterprise.context.RequestScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.quarkus.security.identity.SecurityIdentity;

/** The member of staff of this request. */
@RequestScoped
public class CurrentActor {

    /** Name of the attribute in which the security identity carries the actor. */
    public static final String ATTRIBUTE = "actor";

    private final SecurityIdentity identity;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Who is signed in.
     *
     * @throws Refusal 401 when nobody is
     */
    public Actor get() {
        Actor actor = identity.getAttribute(ATTRIBUTE);
        if (actor == null) {
            throw Refusal.unauthorized();
        }
        return actor;
    }
}
