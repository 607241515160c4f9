package io.minsheng.platform.actor;

import java.util.Set;

/**
 * Somebody who does something.
 *
 * @param username sign-in name, {@code system} or {@code resident}
 * @param displayName name shown to colleagues
 * @param roles what the person may do; empty for the system and for residents
 * @param organisation code of the person's department, township or desk; may be null
 */
public record Actor(String username, String displayName, Set<Role> roles, String organisation) {

    /** The program itself: timers, steps of the procedure. */
    public static final Actor SYSTEM = new Actor("system", "系统", Set.of(), null);

    /** A resident, known by case number and query code only. */
    public static final Actor RESIDENT = new Actor("resident", "建议人", Set.of(), null);

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
