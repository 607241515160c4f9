package io.minsheng.identity;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;

/** What a person may do today, also as a stand-in. Asked with each request, so that it ends with the day. */
@ApplicationScoped
public class StandInRights {

    private final StandIns standIns;

    StandInRights(StandIns standIns) {
        this.standIns = standIns;
    }

    /** The person with what absent colleagues lend; only their own roles are, and only while the rule still allows it. */
    @Transactional
    public Actor actor(Account account) {
        Map<String, Set<Role>> absent = standIns.absentFor(account.username()).stream()
                .filter(each -> StandInRule.allows(each, account)).distinct()
                .collect(Collectors.toMap(Account::username, Account::roles));
        return absent.isEmpty() ? account.actor() : account.actor().standingInFor(absent);
    }
}
