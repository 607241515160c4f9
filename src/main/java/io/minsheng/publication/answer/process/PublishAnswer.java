package io.minsheng.publication.answer.process;

import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.minsheng.correspondence.ShortMessages;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.publication.answer.Answer;
import io.minsheng.publication.answer.AnswerMembers;
import io.minsheng.publication.answer.Answers;
import io.minsheng.publication.answer.TellSupporters;
import io.minsheng.publication.answer.WaysOfAuthor;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/**
 * The released answer: from now on the author may read it and the verdict; whoever supports the case gets it, too, and what is
 * merged into the case gets its own.
 */
@Singleton
class PublishAnswer implements Step {

    private static final String BY_PERSON = "BY_PERSON";

    private final Answers answers;
    private final WaysOfAuthor ways;
    private final MoveCase moveCase;
    private final AnswerMembers answerMembers;
    private final TellSupporters tellSupporters;
    private final ShortMessages messages;
    private final InstantSource clock;

    PublishAnswer(Answers answers, WaysOfAuthor ways, MoveCase moveCase, AnswerMembers answerMembers,
            TellSupporters tellSupporters, ShortMessages messages, InstantSource clock) {
        this.answers = answers;
        this.ways = ways;
        this.moveCase = moveCase;
        this.answerMembers = answerMembers;
        this.tellSupporters = tellSupporters;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void perform(Token token) {
        Answer answer = answers.ofCase(token.caseNumber());
        answer.letGo(clock.instant());
        moveCase.release(answer.proposal(), Note.forAuthor("答复已签发，可在本页查看。"), Actor.SYSTEM);
        answerMembers.of(answer.proposal());
        tellSupporters.of(answer);
        token.set("way", byPerson(answer) ? BY_PERSON : answer.way().name());
    }

    /**
     * The address or number may be gone since the draft (erased); without a gateway somebody takes messages along as a table.
     */
    private boolean byPerson(Answer answer) {
        return switch (answer.way()) {
            case EMAIL -> !ways.allows(answer.proposal(), WayOfDelivery.EMAIL);
            case SMS -> !messages.configured() || !ways.allows(answer.proposal(), WayOfDelivery.SMS);
            default -> false;
        };
    }
}
