package io.minsheng.identity;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;

/**
 * People name who does their work while they are away (domain: AB角, with dates, logged); an administrator does it for somebody
 * who cannot. The stand-in has the absent one's rights on those days, not those that the absent one only stands in for; who did
 * one half of a two-person act may not do the other in somebody's name.
 */
@ApplicationScoped
public class NameStandIn {

    private static final int LONGEST = 180;
    private static final int AHEAD = 365;
    private static final String UNKNOWN = "没有这条代理安排，或者您无权更改。";

    private final StandIns standIns;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Event<Act> acts;

    NameStandIn(StandIns standIns, Accounts accounts, InstantSource clock, Event<Act> acts) {
        this.standIns = standIns;
        this.accounts = accounts;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * Names a stand-in.
     *
     * @throws Refusal 400 with all fields that do not pass, 403 for somebody else, 409 somebody is named for one of the days,
     *         or the stand-in is away
     */
    @Transactional
    public StandIn name(NewStandIn wanted, Actor actor) {
        String who = wanted.absent() == null ? actor.username() : wanted.absent();
        if (!who.equals(actor.username()) && !actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("只能为本人安排代理；本人不便时请系统管理员代为安排。");
        }
        List<Violation> violations = new ArrayList<>();
        Optional<Account> absent = accounts.byUsername(who);
        Optional<Account> standIn = wanted.standIn() == null ? Optional.empty() : accounts.byUsername(wanted.standIn());
        if (absent.isEmpty()) {
            violations.add(new Violation("absent", "没有这个账号。"));
        } else if (standIn.isEmpty() || !StandInRule.allows(absent.get(), standIn.get())) {
            violations.add(new Violation("standIn", "请选择同一单位的一位同事；系统管理和审计人员不能代理，也不能由人代理。"));
        }
        checkDays(wanted, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        // two who arrange the same absence at once, or each the other as stand-in: one after the other
        Stream.of(absent.get(), standIn.get()).sorted(Comparator.comparing(Account::id))
                .forEach(each -> accounts.getEntityManager().lock(each, LockModeType.PESSIMISTIC_WRITE));
        if (standIns.isAway(who, wanted.from(), wanted.to())) {
            throw Refusal.conflict("这几天已经安排了代理，请先结束原来的安排。");
        }
        if (standIns.isAway(wanted.standIn(), wanted.from(), wanted.to())) {
            throw Refusal.conflict("这位同事在这几天也不在岗，请另选一位。");
        }
        StandIn named = new StandIn(who, wanted.standIn(), wanted.from(), wanted.to(), actor.username(), clock.instant());
        standIns.persist(named);
        tell("STAND_IN_NAMED", named, absent.get(), actor);
        return named;
    }

    /**
     * Ends it, at once also for running sessions: the absent one is back, or the stand-in cannot.
     *
     * @throws Refusal 404 unknown or not theirs, 409 over already
     */
    @Transactional
    public StandIn end(String id, Actor actor) {
        StandIn standIn = standIns.findByIdOptional(id).filter(each -> concerns(each, actor) || actor.has(Role.ADMIN))
                .orElseThrow(() -> Refusal.notFound(UNKNOWN));
        if (!standIn.openOn(standIns.today())) {
            throw Refusal.conflict("这条代理安排已经结束。");
        }
        standIn.end(actor.username(), clock.instant());
        accounts.byUsername(standIn.absent()).ifPresent(absent -> tell("STAND_IN_ENDED", standIn, absent, actor));
        return standIn;
    }

    private void checkDays(NewStandIn wanted, List<Violation> violations) {
        LocalDate today = standIns.today();
        if (wanted.from() == null || wanted.from().isBefore(today)) {
            violations.add(new Violation("from", "请填写开始日期，不早于今天。"));
        } else if (wanted.from().isAfter(today.plusDays(AHEAD))) {
            violations.add(new Violation("from", "最多提前 " + AHEAD + " 天安排。"));
            return;
        }
        if (wanted.to() == null || wanted.from() != null && wanted.to().isBefore(wanted.from())) {
            violations.add(new Violation("to", "请填写结束日期，不早于开始日期。"));
        } else if (wanted.from() != null && wanted.to().isAfter(wanted.from().plusDays(LONGEST))) {
            violations.add(new Violation("to", "一次最多安排 " + LONGEST + " 天。"));
        }
    }

    private static boolean concerns(StandIn standIn, Actor actor) {
        return standIn.absent().equals(actor.username()) || standIn.standIn().equals(actor.username());
    }

    private void tell(String action, StandIn standIn, Account absent, Actor actor) {
        acts.fire(new Act(actor.username(), action, "ACCOUNT", absent.id(), null, standIn.absent() + " -> "
                + standIn.standIn() + " " + standIn.fromDay() + " " + standIn.toDay()));
    }
}
