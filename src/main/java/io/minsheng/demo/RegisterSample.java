package io.minsheng.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.intake.desk.DeskEntry;
import io.minsheng.intake.desk.EnterProposal;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.persistence.Settings;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.RegisterProposal;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Brings a sample in by the way its channel has: the public form's use case, the mailbox's, or a clerk's. */
@Singleton
class RegisterSample {

    private static final int DAYS_BY_POST = 2;

    private final RegisterProposal register;
    private final EnterProposal enter;
    private final MailSample mail;
    private final DemoStaff staff;
    private final Settings settings;
    private final DoTask doTask;
    private final DemoClock clock;

    RegisterSample(RegisterProposal register, EnterProposal enter, MailSample mail, DemoStaff staff, Settings settings,
            DoTask doTask, DemoClock clock) {
        this.register = register;
        this.enter = enter;
        this.mail = mail;
        this.staff = staff;
        this.settings = settings;
        this.doTask = doTask;
        this.clock = clock;
    }

    /** Brings it in at its time, and writes down which case it is. */
    void bringIn(Sample sample) {
        if (sample.channel() == Channel.EMAIL) {
            String caseNumber = mail.bringIn(sample);
            QuarkusTransaction.requiringNew().run(() -> settings.put(sample.key(), caseNumber));
        } else {
            doTask.inOneTransaction(() -> settings.put(sample.key(),
                    clock.at(sample.receivedAt(), () -> register(sample, clock.instant()))));
        }
    }

    private String register(Sample sample, Instant now) {
        return switch (sample.channel()) {
            case LETTER, DESK, PHONE -> enter.enter(entry(sample, Shanghai.date(now)), List.of(), clerk(sample)).caseNumber();
            default -> register.register(new NewProposal(ReferenceCampaign.CODE, sample.wish(), webAuthor(sample),
                    Origin.web(now)), Actor.RESIDENT).caseNumber();
        };
    }

    private static Proposer webAuthor(Sample sample) {
        Sample.Person person = sample.person();
        boolean mail = person.phone() == null || sample.dice("e-mail") < 40;
        return new Proposer(ProposerKind.RESIDENT, person.name(), person.phone(), mail ? person.email() : null, null, true);
    }

    private DeskEntry entry(Sample sample, LocalDate today) {
        boolean letter = sample.channel() == Channel.LETTER;
        return new DeskEntry(ReferenceCampaign.CODE, sample.wish(), letter ? writer(sample) : visitor(sample),
                new DeskEntry.Arrival(sample.channel(), today, letter ? today.minusDays(DAYS_BY_POST) : null, null,
                        desk(sample)),
                null);
    }

    private static Proposer writer(Sample sample) {
        if (sample.dice("anonymous") < 12) {
            return new Proposer(ProposerKind.ANONYMOUS, null, null, null, null, false);
        }
        String address = sample.townshipName().isEmpty() ? "大足区" : "大足区" + sample.townshipName();
        return new Proposer(ProposerKind.RESIDENT, sample.person().name(), null, null,
                address + "演示路" + sample.number() + "号", true);
    }

    private static Proposer visitor(Sample sample) {
        return new Proposer(ProposerKind.RESIDENT, sample.person().name(), sample.person().phone(), null, null, true);
    }

    /** Visits are entered where people live; letters come to the office. */
    private static String desk(Sample sample) {
        return sample.channel() == Channel.LETTER && !isOwn(sample) ? null : sample.wish().township();
    }

    private Actor clerk(Sample sample) {
        return isOwn(sample) ? staff.desk() : staff.triage(sample);
    }

    private static boolean isOwn(Sample sample) {
        return "tangxiang".equals(sample.wish().township());
    }
}
