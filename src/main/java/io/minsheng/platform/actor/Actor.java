package io.minsheng.platform.actor;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who does something.
 *
 * @param username sign-in name, {@code system} or {@code resident}
 * @param displayName name shown to colleagues
 * @param roles what the person may do, also as a stand-in; empty for the system and for residents
 * @param organisation code of the person's department, township or desk; may be null
 * @param absent user names of the colleagues for whom the person stands in now (AB角), each with the roles that are lent: those
 *        that the person has by this alone
 */
public record Actor(String username, String displayName, Set<Role> roles, String organisation, Map<String, Set<Role>> absent) {

    /** The program itself: timers, steps of the procedure. */
    public static final Actor SYSTEM = new Actor("system", "系统", Set.of(), null);

    /** A resident, known by case number and query code only. */
    public static final Actor RESIDENT = new Actor("resident", "建议人", Set.of(), null);

    public Actor {
        roles = Set.copyOf(roles);
        absent = Map.copyOf(absent);
    }

    /** Somebody who stands in for nobody. */
    public Actor(String username, String displayName, Set<Role> roles, String organisation) {
        this(username, displayName, roles, organisation, Map.of());
    }

    /**
     * The same person as a stand-in.
     *
     * @param colleagues the absent ones' own roles by user name
     */
    public Actor standingInFor(Map<String, Set<Role>> colleagues) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(roles);
        Map<String, Set<Role>> lent = new HashMap<>();
        colleagues.forEach((username, theirs) -> {
            Set<Role> missing = EnumSet.noneOf(Role.class);
            missing.addAll(theirs);
            missing.removeAll(roles);
            lent.put(username, Set.copyOf(missing));
            all.addAll(missing);
        });
        return new Actor(username, displayName, all, organisation, lent);
    }

    public boolean standsInFor(String colleague) {
        return colleague != null && absent.containsKey(colleague);
    }

    /** The absent colleague who lends this role; empty for an own one. */
    public Optional<String> lenderOf(Role role) {
        return absent.entrySet().stream().filter(each -> each.getValue().contains(role)).map(Map.Entry::getKey).sorted()
                .findFirst();
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
