package io.minsheng.search.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.evaluation.ExtensionState;
import io.minsheng.evaluation.ExtensionView;
import io.minsheng.evaluation.Opinion;
import io.minsheng.evaluation.OpinionView;
import io.minsheng.evaluation.PartRole;
import io.minsheng.evaluation.PartState;
import io.minsheng.evaluation.RoundView;
import io.minsheng.evaluation.VersionView;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Target;
import io.minsheng.proposal.view.CaseTies;
import io.minsheng.proposal.view.CaseView;
import io.minsheng.proposal.view.ViewSupports.SupportView;
import io.minsheng.proposal.view.ViewSupports.SupportsView;
import io.minsheng.publication.answer.Rating;
import io.minsheng.search.CaseFile;
import io.minsheng.search.api.RowAnswer.StageAnswer;
import io.minsheng.supervision.SupervisionAnswer;

/**
 * The whole case with its time line.
 *
 * @param privacyVersion the version of the notice on personal data that the author was told
 * @param mergedInto number of the case it was merged into; {@code mainCase} is the one that stands for both
 * @param parts numbers of the further cases that were split off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseAnswer(String caseNumber, String campaign, String title, String publicTitle, String category,
        String content, String reason, String township, String place, String beneficiaries, TargetAnswer target,
        Channel channel, OffsetDateTime receivedAt, LocalDate receivedOn, LocalDate postmarkedOn, String desk,
        Integer privacyVersion,
        boolean late, boolean urgent, StageAnswer stage, StageAnswer publicStage, Disposition disposition,
        String dispositionReason,
        ProposerAnswer proposer, List<FileAnswer> attachments, List<SupplementAnswer> supplements,
        QuestionAnswer supplementRequest, List<LineAnswer> timeline, List<TaskAnswer> tasks, List<RoundAnswer> evaluations,
        AnswerAnswer answer, List<AnswerAnswer> earlierAnswers, List<SupervisionAnswer> supervisions, String mergedInto,
        String mainCase, List<MemberAnswer> members, TallyAnswer tally, String splitFrom, List<String> parts,
        SupportsAnswer supports) {

    /** 预期目标. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TargetAnswer(String text, String indicator, String unit, String value, LocalDate due) {

        static TargetAnswer of(Target target) {
            return target.equals(Target.NONE) ? null
                    : new TargetAnswer(target.text(), target.indicator(), target.unit(), target.value(), target.due());
        }
    }

    /** Who proposes; contact data masked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProposerAnswer(ProposerKind kind, String name, String phone, String email, boolean replyWanted) {

        static ProposerAnswer of(CaseView.Person person) {
            Contact masked = person.contact();
            return new ProposerAnswer(person.kind(), masked.name(), masked.phone(), masked.email(), person.replyWanted());
        }
    }

    /** A file; only for those who may read originals. */
    public record FileAnswer(String id, String name, String mediaType, long size, Attachment.Kind kind) {
    }

    /** Words that the author added. */
    public record SupplementAnswer(OffsetDateTime at, Channel channel, String text, boolean answersQuestion) {
    }

    /** A question that waits for its answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QuestionAnswer(String question, OffsetDateTime askedAt, OffsetDateTime dueAt) {
    }

    /** One thing that happened; {@code released}: the author may see it already. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineAnswer(OffsetDateTime at, String stage, String who, String text, String internal, boolean released) {
    }

    /** An open task. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TaskAnswer(String id, String queue, String step, String name, String organisation, String assignee,
            OffsetDateTime dueAt, String light) {
    }

    /** A round of evaluation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RoundAnswer(int number, String note, OffsetDateTime openedAt, OffsetDateTime endedAt,
            List<PartAnswer> parts) {

        static RoundAnswer of(RoundView round) {
            return new RoundAnswer(round.number(), round.note(), Shanghai.iso(round.openedAt()), Shanghai.iso(round.endedAt()),
                    round.parts().stream().map(PartAnswer::of).toList());
        }
    }

    /** A department's part; {@code opinion} is null unless submitted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PartAnswer(String organisation, PartRole role, PartState state, Opinion opinion, String reason,
            OffsetDateTime doneAt, OffsetDateTime dueAt, List<VersionAnswer> versions, List<ExtensionAnswer> extensions) {

        static PartAnswer of(OpinionView part) {
            return new PartAnswer(part.organisation(), part.role(), part.state(), part.opinion(), part.reason(),
                    Shanghai.iso(part.doneAt()), Shanghai.iso(part.dueAt()),
                    part.versions().stream().map(VersionAnswer::of).toList(),
                    part.extensions().stream().map(ExtensionAnswer::of).toList());
        }
    }

    /** An opinion as it was given; {@code concludedAt} when the office last concluded from it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VersionAnswer(int version, String by, OffsetDateTime at, Opinion opinion, List<String> changed,
            OffsetDateTime concludedAt) {

        static VersionAnswer of(VersionView each) {
            return new VersionAnswer(each.number(), each.by(), Shanghai.iso(each.at()), each.opinion(),
                    each.changes().stream().map(VersionView.Change::field).toList(), Shanghai.iso(each.usedAt()));
        }
    }

    /** More time that a department asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExtensionAnswer(ExtensionState state, String reason, int workingDays, OffsetDateTime dueBefore,
            OffsetDateTime dueAfter, OffsetDateTime askedAt, String judgedReason, OffsetDateTime judgedAt) {

        static ExtensionAnswer of(ExtensionView each) {
            return new ExtensionAnswer(each.state(), each.reason(), each.workingDays(), Shanghai.iso(each.dueBefore()),
                    Shanghai.iso(each.dueAfter()), Shanghai.iso(each.askedAt()), each.judgedReason(),
                    Shanghai.iso(each.judgedAt()));
        }
    }

    /** A case that is merged into this one; the author masked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MemberAnswer(String caseNumber, String title, String author, String mergedInto, String stage,
            OffsetDateTime mergedAt) {

        static MemberAnswer of(CaseTies.Member member) {
            return new MemberAnswer(member.caseNumber(), member.title(), member.author(), member.into(), member.stage().name(),
                    Shanghai.iso(member.mergedAt()));
        }
    }

    /** 来自 N 条建议、M 人. */
    public record TallyAnswer(int suggestions, int people) {
    }

    /** Who else wants the same; {@code people} counts author and supporters, each person once. */
    public record SupportsAnswer(long total, int people, List<SupportAnswer> newest) {

        static SupportsAnswer of(SupportsView supports) {
            return new SupportsAnswer(supports.total(), supports.people(),
                    supports.newest().stream().map(SupportAnswer::of).toList());
        }
    }

    /** One of them; contact data masked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SupportAnswer(String id, OffsetDateTime at, String name, String phone, String email, String text) {

        static SupportAnswer of(SupportView support) {
            Contact masked = support.contact();
            return new SupportAnswer(support.id(), Shanghai.iso(support.at()), masked.name(), masked.phone(), masked.email(),
                    support.words());
        }
    }

    /** An answer to the author; {@code number} counts the handlings of the case. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AnswerAnswer(int number, String state, String text, String notOwedReason, OffsetDateTime releasedAt,
            RatingAnswer rating) {

        static AnswerAnswer of(CaseFile.AnswerView answer) {
            return new AnswerAnswer(answer.number(), answer.state(), answer.text(), answer.notOwedReason(),
                    Shanghai.iso(answer.releasedAt()), RatingAnswer.of(answer.rating()));
        }
    }

    /** What the author thinks of it, 1 to 5; {@code outcome} and {@code reason}: what was decided about a bad rating. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RatingAnswer(int score, String comment, OffsetDateTime at, Rating.Outcome outcome, String reason) {

        static RatingAnswer of(CaseFile.RatingView rating) {
            return rating == null ? null
                    : new RatingAnswer(rating.satisfaction().score(), rating.words(), Shanghai.iso(rating.ratedAt()),
                            rating.outcome(), rating.reason());
        }
    }

    static CaseAnswer of(CaseFile file) {
        CaseView view = file.view();
        CaseView.Words words = view.words();
        CaseView.Origin origin = view.origin();
        CaseView.Standing standing = view.standing();
        CaseTies ties = view.ties();
        return new CaseAnswer(view.caseNumber(), view.campaign(), words.title(), words.publicTitle(), words.category(),
                words.content(), words.reason(), words.township(), words.place(), words.beneficiaries(),
                TargetAnswer.of(words.target()), origin.channel(), Shanghai.iso(origin.receivedAt()), origin.receivedOn(),
                origin.postmarkedOn(), origin.desk(), origin.privacyVersion(), standing.late(), standing.urgent(),
                StageAnswer.of(standing.stage()),
                StageAnswer.of(standing.publicStage()), standing.disposition(), standing.dispositionReason(),
                ProposerAnswer.of(view.person()), files(view), supplements(view), question(view), lines(view), tasks(file),
                file.rounds().stream().map(RoundAnswer::of).toList(), answers(file).findFirst().orElse(null),
                answers(file).skip(1).toList(), file.supervisions().stream().map(SupervisionAnswer::of).toList(),
                ties.into() == null ? null : ties.into().caseNumber(), ties.into() == null ? null : ties.into().main(),
                ties.members().stream().map(MemberAnswer::of).toList(),
                new TallyAnswer(ties.tally().suggestions(), ties.tally().people()),
                ties.split() == null ? null : ties.split().from(), ties.split() == null ? List.of() : ties.split().parts(),
                SupportsAnswer.of(file.supports()));
    }

    private static List<FileAnswer> files(CaseView view) {
        return view.files().stream()
                .map(each -> new FileAnswer(each.id(), each.name(), each.mediaType(), each.size(), each.kind())).toList();
    }

    private static List<SupplementAnswer> supplements(CaseView view) {
        return view.supplements().stream().map(each -> new SupplementAnswer(Shanghai.iso(each.receivedAt()), each.channel(),
                each.text(), each.answersQuestion())).toList();
    }

    private static QuestionAnswer question(CaseView view) {
        return view.question() == null ? null
                : new QuestionAnswer(view.question().text(), Shanghai.iso(view.question().askedAt()),
                        Shanghai.iso(view.question().dueAt()));
    }

    private static List<LineAnswer> lines(CaseView view) {
        return view.timeline().stream().map(each -> new LineAnswer(Shanghai.iso(each.at()), each.stage().name(), each.who(),
                each.text(), each.internal(), each.released())).toList();
    }

    private static List<TaskAnswer> tasks(CaseFile file) {
        return file.tasks().stream().map(each -> new TaskAnswer(each.id(), each.queue(), each.step(), each.name(),
                each.organisation(), each.assignee(), Shanghai.iso(each.dueAt()), each.light())).toList();
    }

    private static Stream<AnswerAnswer> answers(CaseFile file) {
        return file.answers().stream().map(AnswerAnswer::of);
    }
}
