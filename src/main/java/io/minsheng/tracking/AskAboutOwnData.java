package io.minsheng.tracking;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.CaseAccess.Person;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.CorrectAuthor;
import io.minsheng.proposal.Proposals;
import io.minsheng.tracking.DataRequest.Kind;
import io.minsheng.tracking.DataRequest.State;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/**
 * Whoever has number and code asks to see, correct or erase the own data; a task for the head of the office follows. Number and
 * code may have been passed on, so nothing is shown or changed before a person has looked at it.
 */
@ApplicationScoped
public class AskAboutOwnData {

    private static final LengthRule WORDS = LengthRule.reason("words", "说明");

    private final CaseAccess access;
    private final Proposals proposals;
    private final DataRequests requests;
    private final TellAboutOwnData tell;
    private final Processes processes;
    private final Vault vault;
    private final InstantSource clock;

    AskAboutOwnData(CaseAccess access, Proposals proposals, DataRequests requests, TellAboutOwnData tell, Processes processes,
            Vault vault, InstantSource clock) {
        this.access = access;
        this.proposals = proposals;
        this.requests = requests;
        this.tell = tell;
        this.processes = processes;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Asks.
     *
     * @throws Refusal 400 fields, 404 wrong number or code, 409 the same is asked already, or the data are erased
     */
    @Transactional
    public DataRequest ask(String caseNumber, String code, SentDataRequest sent) {
        Person person = access.personWithCode(caseNumber, code);
        Kind kind = kind(sent.kind());
        String words = Texts.cleanOrNull(sent.words());
        WORDS.violation(words).ifPresent(each -> {
            throw Refusal.invalid(each.field(), each.message());
        });
        Contact wanted = kind == Kind.CORRECT ? CorrectAuthor.checked(contact(sent)) : null;
        if (kind == Kind.ERASE && !Boolean.TRUE.equals(sent.understood())) {
            throw Refusal.invalid("understood", "请确认您已了解删除的后果。");
        }
        proposals.hold(person.proposal());
        checkFree(person, kind);
        DataRequest request = new DataRequest(person.proposal(), person.author(), kind, clock.instant());
        request.says(words, wanted, vault);
        request.handledBy(processes.startBy(MessageName.DATA_REQUEST, person.proposal().caseNumber(),
                Map.of("caseNumber", person.proposal().caseNumber(), "campaign", person.proposal().campaign())));
        requests.persistAndFlush(request);
        tell.asked(request);
        return request;
    }

    /**
     * What the person has asked so far, the newest first.
     *
     * @throws Refusal 404 wrong number or code
     */
    @Transactional
    public List<DataRequest> askedBy(String caseNumber, String code) {
        return requests.of(access.personWithCode(caseNumber, code).author());
    }

    private void checkFree(Person person, Kind kind) {
        if (person.author().erased()) {
            throw Refusal.conflict("您的个人信息已经删除。");
        }
        if (requests.of(person.author()).stream().anyMatch(each -> each.kind() == kind && each.state() == State.OPEN)) {
            throw Refusal.conflict("您已经提出过同样的申请，正在办理。");
        }
    }

    private static Contact contact(SentDataRequest sent) {
        return sent.contact() == null ? new Contact(null, null, null, null) : sent.contact();
    }

    private static Kind kind(String sent) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(sent)) {
                return kind;
            }
        }
        throw Refusal.invalid("kind", "请选择查阅（SEE）、更正（CORRECT）或者删除（ERASE）。");
    }
}
