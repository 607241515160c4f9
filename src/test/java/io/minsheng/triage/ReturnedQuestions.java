package io.minsheng.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.correspondence.MailState;
import io.minsheng.correspondence.RecordBounce;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.HaveQuestionTold;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.SupplementRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * A question that was sent and comes back: somebody has to call, whatever happens to the case meanwhile. Run on each database.
 */
abstract class ReturnedQuestions extends AskedQuestions {

    @Inject
    RecordBounce recordBounce;
    @Inject
    HaveQuestionTold haveQuestionTold;

    @Test
    void stopsTheClockUntilSomebodyHasCalled() {
        Receipt receipt = asked(Submission.web().reachableBy("13800004321", address()));
        String number = receipt.caseNumber();

        comesBack(number);

        assertThat(openTask(number).step()).isEqualTo("TELL");
        assertThat(clockwork.timersOf(number)).isEmpty();
        track(receipt).body("supplementRequest.dueAt", nullValue())
                .body("timeline.text", hasItem(containsString("没有送到")));
        tell(number, Map.of("outcome", "DONE", "on", today(), "way", "PHONE")).statusCode(200);
        assertThat(clockwork.timersOf(number)).containsExactly(dueDates.due(Instant.now(), 30).at());
    }

    @Test
    void isRememberedForTheNextQuestion() {
        String address = address();
        comesBack(asked(Submission.web().reachableBy("13800004321", address)).caseNumber());

        String next = asked(Submission.web().reachableBy("13800004321", address)).caseNumber();

        assertThat(openTask(next).step()).isEqualTo("TELL");
        assertThat(questions(next)).isEmpty();
    }

    @Test
    void movesNothingWhereNobodyCanBeCalledOrTheQuestionIsAnswered() {
        String onlyMail = asked(Submission.web().reachableBy(null, address())).caseNumber();
        comesBack(onlyMail);
        assertThat(open(onlyMail)).isEmpty();
        assertThat(clockwork.timersOf(onlyMail)).hasSize(1);

        Receipt answered = asked(Submission.web().reachableBy("13800004321", address()));
        supply(answered);
        comesBack(answered.caseNumber());
        assertThat(openTask(answered.caseNumber()).queue()).isEqualTo("TRIAGE");
    }

    @Test
    void waitsUntilAMergedCaseIsTakenOut() {
        String main = Submission.web().caseNumber();
        String number = asked(Submission.web().reachableBy("13800004321", address())).caseNumber();
        merge(number, main);

        comesBack(number);
        assertThat(open(number)).isEmpty();
        unmerge(number);

        assertThat(openTask(number).step()).isEqualTo("TELL");
        assertThat(clockwork.timersOf(number)).isEmpty();
    }

    @Test
    void isNotLostWhenTheCaseIsTakenOutAtTheSameMoment() {
        String number = asked(Submission.web().reachableBy("13800004321", address())).caseNumber();
        merge(number, Submission.web().caseNumber());

        newsArrivesWhile(number, () -> unmerge(number));

        assertThat(openTask(number).step()).isEqualTo("TELL");
    }

    @Test
    void leavesClosedWhatIsAnsweredAtTheSameMoment() {
        Receipt receipt = asked(Submission.web().reachableBy("13800004321", address()));
        String number = receipt.caseNumber();

        newsArrivesWhile(number, () -> supply(receipt));

        assertThat(openTask(number).queue()).isEqualTo("TRIAGE");
        assertThat(fresh(() -> requests.openOf(proposals.byNumber(number)))).isEmpty();
    }

    /** Something is done by others after case and question were read, before it is written down that it did not arrive. */
    private void newsArrivesWhile(String number, Runnable others) {
        QuarkusTransaction.requiringNew().run(() -> {
            Proposal read = proposals.byNumber(number);
            SupplementRequest question = requests.openOf(read).orElseThrow();
            CompletableFuture.runAsync(others).join();
            haveQuestionTold.byHand(read, question);
        });
    }

    /** The question was sent, and the author's server gives it back. */
    private void comesBack(String number) {
        QuarkusTransaction.requiringNew().run(() -> mails.update("state = ?1 where proposal.id = ?2", MailState.SENT,
                proposals.byNumber(number).id()));
        boolean news = QuarkusTransaction.requiringNew()
                .call(() -> recordBounce.record(mails.findById(questions(number).get(0).id()), "550 no such user"));
        assertThat(news).isTrue();
    }
}
