package io.minsheng.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.CaseAccess.Person;
import io.minsheng.tracking.DataRequest.Kind;
import io.minsheng.tracking.DataRequest.State;

/** 查阅: shows a person all that is stored about the person, for a while after that was granted; each time is a logged act. */
@ApplicationScoped
public class SeeOwnData {

    /** How long after it was granted. */
    static final int DAYS = 15;

    private final CaseAccess access;
    private final DataRequests requests;
    private final CollectOwnData collect;
    private final InstantSource clock;
    private final Event<Act> acts;

    SeeOwnData(CaseAccess access, DataRequests requests, CollectOwnData collect, InstantSource clock, Event<Act> acts) {
        this.access = access;
        this.requests = requests;
        this.collect = collect;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * All of it.
     *
     * @throws Refusal 404 wrong number or code, 409 not granted, or too long ago
     */
    @Transactional
    public OwnData see(String caseNumber, String code) {
        Person person = access.personWithCode(caseNumber, code);
        Instant until = until(person).orElseThrow(() -> Refusal.conflict("请先申请查阅本人信息；同意后 " + DAYS + " 天内可以查看。"));
        acts.fire(Act.onCase(Actor.RESIDENT.username(), "OWN_DATA_SEEN", person.proposal().caseNumber(), person.author().id()));
        return collect.of(person.author(), until);
    }

    /**
     * Until when it can be seen; empty if it cannot.
     *
     * @throws Refusal 404 wrong number or code
     */
    @Transactional
    public Optional<Instant> until(String caseNumber, String code) {
        return until(access.personWithCode(caseNumber, code));
    }

    private Optional<Instant> until(Person person) {
        return requests.of(person.author()).stream().filter(each -> each.kind() == Kind.SEE && each.state() == State.GRANTED)
                .map(each -> each.answeredAt().plus(Duration.ofDays(DAYS))).filter(clock.instant()::isBefore)
                .max(Comparator.naturalOrder());
    }
}
