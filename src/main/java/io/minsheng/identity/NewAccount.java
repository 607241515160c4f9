package io.minsheng.identity;

import java.util.Set;

import io.minsheng.platform.actor.Role;

/**
 * An account to be created.
 *
 * @param organisation code, or null
 * @param password the first one, to be handed over in person
 */
public record NewAccount(String username, String displayName, String organisation, Set<Role> roles, String password) {

    /** Never with the password. */
    @Override
    public String toString() {
        return "NewAccount[" + username + "]";
    }
}
