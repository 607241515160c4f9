package io.minsheng.evaluation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.proposal.EvaluationRounds;
import io.minsheng.proposal.Proposal;

/** Opens a round: one department leads, any number assist, each once. */
@ApplicationScoped
public class OpenRound implements EvaluationRounds {

    private final Rounds rounds;
    private final Parts parts;
    private final Organisations organisations;
    private final InstantSource clock;
    private final Event<Act> acts;

    OpenRound(Rounds rounds, Parts parts, Organisations organisations, InstantSource clock, Event<Act> acts) {
        this.rounds = rounds;
        this.parts = parts;
        this.organisations = organisations;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public List<Violation> check(String lead, List<String> assists) {
        List<Violation> violations = new ArrayList<>();
        if (lead == null || lead.isBlank()) {
            violations.add(new Violation("leadDepartment", "请选择一个牵头单位。"));
        } else if (!organisations.canHandle(lead)) {
            violations.add(new Violation("leadDepartment", "没有这个单位，或者它不能承办。"));
        }
        Set<String> seen = new HashSet<>();
        for (String assist : assists) {
            if (!organisations.canHandle(assist)) {
                violations.add(new Violation("assistDepartments", "配合单位中有不存在或不能承办的单位。"));
            } else if (assist.equals(lead)) {
                violations.add(new Violation("assistDepartments", organisations.shortName(assist) + "已是牵头单位，不能同时配合。"));
            } else if (!seen.add(assist)) {
                violations.add(new Violation("assistDepartments", organisations.shortName(assist) + "重复出现。"));
            }
        }
        return violations;
    }

    @Override
    @Transactional
    public Opened open(Proposal proposal, String lead, List<String> assists, String note, Actor by) {
        List<Violation> violations = check(lead, assists);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        int number = rounds.latestOf(proposal).map(Round::number).orElse(0) + 1;
        Round round = new Round(proposal, number, note, by.username(), clock.instant());
        rounds.persist(round);
        parts.persist(new Part(round, 0, lead));
        for (int i = 0; i < assists.size(); i++) {
            parts.persist(new Part(round, i + 1, assists.get(i)));
        }
        rounds.flush();
        acts.fire(Act.onCase(by.username(), "ROUND_OPENED", proposal.caseNumber(),
                "lead " + lead + ", assist " + String.join(" ", assists)));
        return new Opened(round.id(), 1 + assists.size());
    }
}
