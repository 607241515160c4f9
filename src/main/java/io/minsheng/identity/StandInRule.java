package io.minsheng.identity;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import io.minsheng.platform.actor.Role;

/**
 * Who can stand in for whom: a colleague of the same organisation, or somebody who may do the same anyhow. Administrators and
 * auditors stay by themselves, for no one may watch over what is done in the same person's name.
 */
final class StandInRule {

    private static final Set<Role> ALONE = EnumSet.of(Role.ADMIN, Role.AUDITOR);
    private static final Set<Role> OF_AN_ORGANISATION = EnumSet.of(Role.DEPARTMENT, Role.REGISTRAR);

    private StandInRule() {
    }

    static boolean allows(Account absent, Account standIn) {
        if (absent.username().equals(standIn.username()) || !standIn.active() || isAlone(absent) || isAlone(standIn)) {
            return false;
        }
        if (absent.organisation() != null && Objects.equals(absent.organisation(), standIn.organisation())) {
            return true;
        }
        return standIn.roles().containsAll(absent.roles()) && absent.roles().stream().noneMatch(OF_AN_ORGANISATION::contains);
    }

    private static boolean isAlone(Account account) {
        return account.roles().stream().anyMatch(ALONE::contains);
    }
}
