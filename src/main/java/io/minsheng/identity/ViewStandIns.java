package io.minsheng.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.quarkus.qute.TemplateData;

/** Who stands in for whom, and who could. */
@ApplicationScoped
public class ViewStandIns {

    private final StandIns standIns;
    private final Accounts accounts;

    ViewStandIns(StandIns standIns, Accounts accounts) {
        this.standIns = standIns;
        this.accounts = accounts;
    }

    /** Where it stands today. */
    public enum State {
        PLANNED("未开始"),
        NOW("代理中"),
        OVER("已结束");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One of them, with names.
     *
     * @param uncovered whether the stand-in is away as well on one of the days, so that nobody does the work
     */
    @TemplateData
    public record View(String id, String absent, String absentName, String standIn, String standInName, LocalDate from,
            LocalDate to, State state, boolean uncovered) {

        public boolean open() {
            return state != State.OVER;
        }
    }

    /** A colleague who could be chosen. */
    @TemplateData
    public record Candidate(String code, String name) {
    }

    /** An administrator's: everybody's that are not over; else those that concern the person. */
    @Transactional
    public List<View> of(Actor actor) {
        return views(actor.has(Role.ADMIN) ? standIns.open() : standIns.about(actor.username()));
    }

    /** One of them as people see it. */
    @Transactional
    public View view(StandIn standIn) {
        return views(List.of(standIn)).get(0);
    }

    /** Who could stand in for this person, by name; for an administrator everybody who could for anybody. */
    @Transactional
    public List<Candidate> candidates(Actor actor) {
        Account own = accounts.byUsername(actor.username()).orElseThrow();
        Collection<Account> all = accounts.list("active = true order by displayName, username");
        return all.stream()
                .filter(each -> actor.has(Role.ADMIN) ? all.stream().anyMatch(other -> StandInRule.allows(other, each))
                        : StandInRule.allows(own, each))
                .map(each -> new Candidate(each.username(), each.displayName())).toList();
    }

    private List<View> views(List<StandIn> found) {
        Map<String, String> names = accounts
                .namesOf(found.stream().flatMap(each -> Stream.of(each.absent(), each.standIn())).distinct().toList());
        Set<String> uncovered = standIns.uncovered(found.stream().map(StandIn::id).toList());
        LocalDate today = standIns.today();
        return found.stream().map(each -> new View(each.id(), each.absent(), names.get(each.absent()), each.standIn(),
                names.get(each.standIn()), each.fromDay(), each.toDay(), state(each, today),
                uncovered.contains(each.id()))).toList();
    }

    private static State state(StandIn standIn, LocalDate today) {
        if (!standIn.openOn(today)) {
            return State.OVER;
        }
        return standIn.fromDay().isAfter(today) ? State.PLANNED : State.NOW;
    }
}
