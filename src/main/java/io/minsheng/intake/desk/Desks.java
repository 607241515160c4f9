package io.minsheng.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;

/** For which desk somebody may enter: a clerk for the own one only, the office for any or for none. */
@ApplicationScoped
public class Desks {

    private final Organisations organisations;

    Desks(Organisations organisations) {
        this.organisations = organisations;
    }

    /**
     * Code of the desk for which the person enters; null if the office itself does.
     *
     * @param wanted code, null or empty if none was named
     * @throws Refusal 400 no such organisation, 403 another desk or not a clerk
     */
    public String of(String wanted, Actor actor) {
        boolean named = wanted != null && !wanted.isBlank();
        if (actor.has(Role.TRIAGE)) {
            if (named && organisations.find(wanted).isEmpty()) {
                throw Refusal.invalid("desk", "没有这个登记窗口。");
            }
            return named ? wanted : null;
        }
        if (!actor.has(Role.REGISTRAR) || actor.organisation() == null) {
            throw Refusal.forbidden("您没有登记窗口，不能代为登记。");
        }
        if (named && !wanted.equals(actor.organisation())) {
            throw Refusal.forbidden("只能为本窗口登记。");
        }
        return actor.organisation();
    }
}
