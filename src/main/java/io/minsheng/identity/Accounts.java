package io.minsheng.identity;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The accounts of the staff. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, String> {

    private final InstantSource clock;

    Accounts(InstantSource clock) {
        this.clock = clock;
    }

    public Optional<Account> byUsername(String username) {
        return find("username", username).firstResultOptional();
    }

    /** The accounts in use that have one of the roles, by name. */
    public List<Account> inUse(Set<Role> roles) {
        if (roles.isEmpty()) {
            return List.of();
        }
        String either = roles.stream().map(each -> "roles like '%" + each.name() + "%'").collect(Collectors.joining(" or "));
        return list("active = true and (" + either + ") order by displayName, username");
    }

    /** Creates an account; the password is kept as a bcrypt hash only. */
    public Account create(String username, String displayName, String password, String organisation, Set<Role> roles) {
        return createHashed(username, displayName, hash(password), organisation, roles);
    }

    /** Creates an account from a hash made by {@link #hash}; saves hashing the same password many times. */
    public Account createHashed(String username, String displayName, String hash, String organisation, Set<Role> roles) {
        Account account = new Account(username, displayName, hash, organisation, roles, clock.instant());
        persist(account);
        return account;
    }

    /** Names to show for user names, those of the system and of residents among them; unknown ones stay as they are. */
    public Map<String, String> namesOf(Collection<String> usernames) {
        Map<String, String> names = new HashMap<>();
        usernames.forEach(each -> names.put(each, each));
        names.computeIfPresent(Actor.SYSTEM.username(), (username, same) -> Actor.SYSTEM.displayName());
        names.computeIfPresent(Actor.RESIDENT.username(), (username, same) -> Actor.RESIDENT.displayName());
        if (!names.isEmpty()) {
            list("username in ?1", names.keySet()).forEach(each -> names.put(each.username(), each.displayName()));
        }
        return names;
    }

    public static String hash(String password) {
        return BcryptUtil.bcryptHash(password);
    }
}
