package io.minsheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Category;
import io.minsheng.campaign.Deadlines;
import io.minsheng.campaign.OpenCampaign;
import io.minsheng.closing.CloseCampaign;
import io.minsheng.closing.Missing;
import io.minsheng.closing.Reconcile;
import io.minsheng.closing.Reconciliation;
import io.minsheng.closing.Sums;
import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.OutboxMail;
import io.minsheng.correspondence.OutboxMails;
import io.minsheng.correspondence.RecordBounce;
import io.minsheng.correspondence.SendOutbox;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.decision.CandidateItem;
import io.minsheng.decision.CandidateLists;
import io.minsheng.decision.Candidates;
import io.minsheng.decision.DecisionForm;
import io.minsheng.decision.ShortlistForm;
import io.minsheng.decision.TellCases;
import io.minsheng.evaluation.AskExtension;
import io.minsheng.evaluation.ConclusionForm;
import io.minsheng.evaluation.EvaluationForm;
import io.minsheng.evaluation.ExtensionForm;
import io.minsheng.fixture.MailServer;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.AddSupplement;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.MergeCase;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.NewProposal.Consent;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.NewProposal.Wish;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.RegisterProposal;
import io.minsheng.proposal.SplitCase;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.proposal.Target;
import io.minsheng.proposal.ToldBy;
import io.minsheng.proposal.UnmergeCase;
import io.minsheng.proposal.WithdrawProposal;
import io.minsheng.publication.Answer;
import io.minsheng.publication.AnswerDraft;
import io.minsheng.publication.AnswerState;
import io.minsheng.publication.Answers;
import io.minsheng.publication.Delivery;
import io.minsheng.publication.Judgement;
import io.minsheng.publication.PublicationDraft;
import io.minsheng.triage.Telling;
import io.minsheng.triage.TriageForm;
import io.minsheng.workflow.ClaimWorkItem;
import io.minsheng.workflow.CompleteWorkItem;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * A whole campaign of five hundred suggestions on the real engine, from all channels, with merges, undone merges, splits,
 * returns,
 * supplements, withdrawals, refusals, bounces and a list round, driven through to closing: the sums balance by an account that
 * is
 * kept apart, everybody is answered exactly once, every clock is right to the working day. Run on each database.
 */
abstract class GreatCampaign {

    private static final int SUGGESTIONS = 500;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Actor TRIAGE = new Actor("triage", "经办", Set.of(Role.TRIAGE), "drc-social");
    private static final Actor CHIEF = new Actor("chief", "科长", Set.of(Role.CHIEF), "drc-social");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Integer> DAYS = Map.of("TRIAGE", 5, "EVALUATION", 10, "CONCLUSION", 5, "SHORTLIST", 10,
            "DECISION", 10, "PUBLICATION", 10, "ANSWER", 10, "EXTENSION", 2, "REVIEW", 2);

    /** What becomes of a suggestion. */
    private enum Fate {
        REFERRED(Disposition.REFERRED),
        REJECTED(Disposition.REJECTED),
        SPAM(Disposition.REJECTED),
        WITHDRAWN(Disposition.WITHDRAWN),
        NOT_ADOPTED(Disposition.NOT_ADOPTED),
        EXTENDED_THEN_NOT_ADOPTED(Disposition.NOT_ADOPTED),
        RETURNED_THEN_NOT_ADOPTED(Disposition.NOT_ADOPTED),
        SUPPLEMENTED_THEN_RESERVED(Disposition.RESERVED),
        UNMERGED_THEN_RESERVED(Disposition.RESERVED),
        RESERVED(Disposition.RESERVED),
        SPLIT_THEN_REFERRED(Disposition.REFERRED),
        MERGED(Disposition.MERGED),
        LISTED_ADOPTED(Disposition.ADOPTED),
        LISTED_NOT_ADOPTED(Disposition.NOT_ADOPTED);

        private final Disposition end;

        Fate(Disposition end) {
            this.end = end;
        }

        /** Out of twenty. */
        static Fate of(int number) {
            return switch (number % 20) {
                case 0, 1 -> REFERRED;
                case 2 -> REJECTED;
                case 3 -> number % 40 == 3 ? SPAM : REJECTED;
                case 4 -> WITHDRAWN;
                case 5, 6 -> NOT_ADOPTED;
                case 7 -> EXTENDED_THEN_NOT_ADOPTED;
                case 8 -> RETURNED_THEN_NOT_ADOPTED;
                case 9 -> SUPPLEMENTED_THEN_RESERVED;
                case 10 -> number % 40 == 10 ? UNMERGED_THEN_RESERVED : RESERVED;
                case 11, 12 -> RESERVED;
                case 13 -> number % 40 == 13 ? SPLIT_THEN_REFERRED : REFERRED;
                // merged into the one that is listed two places on
                case 14, 15 -> MERGED;
                case 16, 17, 18 -> LISTED_ADOPTED;
                default -> LISTED_NOT_ADOPTED;
            };
        }

        boolean listed() {
            return this == LISTED_ADOPTED || this == LISTED_NOT_ADOPTED;
        }

        boolean answered() {
            return this != SPAM && this != WITHDRAWN;
        }
    }

    /** A suggestion, its author's ways, and what is to become of it. */
    private record Plan(int number, Channel channel, Fate fate, String township, String email, String phone, String address) {

        static Plan of(int number) {
            Channel channel = Channel.values()[number % Channel.values().length];
            boolean mail = channel == Channel.EMAIL || channel == Channel.WEB;
            return new Plan(number, channel, Fate.of(number),
                    number % 3 == 0 ? null : number % 3 == 1 ? "tangxiang" : "longgang",
                    mail ? "great-" + number + "@example.cn" : null, mail ? null : "1380001" + String.format("%04d", number),
                    channel == Channel.LETTER ? "大足区示范路" + number + "号" : null);
        }

        Proposer proposer() {
            return new Proposer(ProposerKind.RESIDENT, "建议人" + number, phone, email, address, true);
        }

        Origin origin(Instant now) {
            return channel == Channel.WEB ? Origin.web(now)
                    : new Origin(channel, now, null, null, channel == Channel.DESK ? "tangxiang" : null, null, Consent.NOTICE);
        }
    }

    @Inject
    OpenCampaign openCampaign;
    @Inject
    Campaigns campaigns;
    @Inject
    RegisterProposal register;
    @Inject
    Proposals proposals;
    @Inject
    MergeCase mergeCase;
    @Inject
    UnmergeCase unmergeCase;
    @Inject
    SplitCase splitCase;
    @Inject
    AddSupplement addSupplement;
    @Inject
    SupplementRequests requests;
    @Inject
    WithdrawProposal withdrawProposal;
    @Inject
    WorkItems items;
    @Inject
    ClaimWorkItem claim;
    @Inject
    CompleteWorkItem complete;
    @Inject
    AskExtension askExtension;
    @Inject
    CandidateLists lists;
    @Inject
    Candidates candidates;
    @Inject
    TellCases tellCases;
    @Inject
    Answers answers;
    @Inject
    SendOutbox sendOutbox;
    @Inject
    OutboxMails outbox;
    @Inject
    RecordBounce recordBounce;
    @Inject
    Reconcile reconcile;
    @Inject
    CloseCampaign closeCampaign;
    @Inject
    EntityManager entities;

    GreenMail mails;

    private final Map<Integer, String> numbers = new TreeMap<>();
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();
    private final Map<String, Integer> stoodStill = new HashMap<>();
    private String code;

    @Test
    void fiveHundredSuggestionsComeToTheirEnd() throws Exception {
        readCalendar();
        begin();
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < SUGGESTIONS; i++) {
            plans.add(Plan.of(i));
        }
        each(plans, this::enter).forEach(numbers::put);
        merge(plans);
        each(plans.stream().filter(each -> each.fate() != Fate.MERGED).toList(), this::handle);
        endCall();
        assertThat(missing()).as("listed cases are open").anyMatch(each -> each.kind() == Missing.Kind.OPEN);
        listRound(plans);
        answerAll();
        sendMails();
        List<String> bounced = bounce();
        assertThat(missing()).extracting(Missing::kind).containsOnly(Missing.Kind.UNANSWERED);
        assertThat(missing()).extracting(Missing::caseNumber).containsAll(bounced);
        deliverByHand();

        sumsBalance(plans);
        everybodyIsAnsweredOnce(plans, bounced);
        everyClockIsRight();
        assertThat(missing()).isEmpty();
        assertThat(closeCampaign.close(code, CHIEF)).isEmpty();
        assertThat(QuarkusTransaction.requiringNew().call(() -> campaigns.byCode(code).closedAt())).isNotNull();
    }

    private void begin() {
        code = "GR" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
        QuarkusTransaction.requiringNew().run(() -> {
            Campaign campaign = new Campaign(code, "五百条建议的征集", 2025, Instant.now().minus(Duration.ofDays(30)),
                    Instant.now().plus(Duration.ofDays(1)),
                    new Campaign.Contact("五百条建议征集", "地址", "great@example.cn", "023-0000 0000"), Deadlines.DEFAULT);
            campaign.classifyBy(List.of(new Category("HOUSING", "住房", null, "住房"), new Category("OTHER", "其他", null, "其他")),
                    List.of());
            openCampaign.open(campaign, Actor.SYSTEM);
        });
    }

    /** The call ends; nothing else of the campaign changes. */
    private void endCall() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update campaign set closes = ?1 where code = ?2")
                        .setParameter(1, Instant.now().minusSeconds(5)).setParameter(2, code).executeUpdate());
        campaigns.changed(code);
    }

    private Map<Integer, String> enter(Plan plan) {
        Actor by = plan.channel() == Channel.WEB ? Actor.RESIDENT : TRIAGE;
        NewProposal suggestion = new NewProposal(code,
                new Wish("第" + plan.number() + "条建议：修一条路", plan.number() % 2 == 0 ? "HOUSING" : "OTHER",
                        "村口的小路下雨就泥泞，老人孩子出行不便，请修一修。第 " + plan.number() + " 条。", null, plan.township(), null, null, Target.NONE),
                plan.proposer(), plan.origin(Instant.now()));
        return Map.of(plan.number(), register.register(suggestion, by).caseNumber());
    }

    /** Two join the case two places on; every fortieth is merged for some days and taken out again. */
    private void merge(List<Plan> plans) {
        for (Plan plan : plans) {
            if (plan.fate() == Fate.MERGED) {
                mergeCase.merge(numbers.get(plan.number()), numbers.get(plan.number() + 2), TRIAGE);
            } else if (plan.fate() == Fate.UNMERGED_THEN_RESERVED) {
                String number = numbers.get(plan.number());
                mergeCase.merge(number, numbers.get(plan.number() + 1), TRIAGE);
                Instant since = Instant.now().minus(Duration.ofDays(9));
                QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery("update merging set merged_at = ?1 where proposal_id = ?2")
                                .setParameter(1, since).setParameter(2, proposals.byNumber(number).id()).executeUpdate());
                unmergeCase.unmerge(number, "不是同一件事", TRIAGE);
                stoodStill.put(number, workingDays(day(since), day(Instant.now())));
            }
        }
    }

    private Map<Integer, String> handle(Plan plan) {
        String number = numbers.get(plan.number());
        switch (plan.fate()) {
            case REFERRED -> refer(number);
            case REJECTED -> settle(TRIAGE, number, "TRIAGE", triage("REJECT", "OUTSIDE_DISTRICT", "不在本区"));
            case SPAM -> settle(TRIAGE, number, "TRIAGE", triage("REJECT", "SPAM", "广告"));
            case WITHDRAWN -> QuarkusTransaction.requiringNew()
                    .run(() -> withdrawProposal.withdraw(proposals.byNumber(number), "已自行解决", Actor.RESIDENT));
            case SPLIT_THEN_REFERRED -> {
                var parts = splitCase.split(number, List.of(new SplitCase.Part("拆分之一：修一条路", "OTHER", "村口的小路下雨就泥泞，请修一修。"),
                        new SplitCase.Part("拆分之二：装一盏灯", "OTHER", "村口晚上没有灯，老人看不见路，请装一盏。")), TRIAGE);
                refer(number);
                parts.children().forEach(each -> refer(each.proposal().caseNumber()));
            }
            case RETURNED_THEN_NOT_ADOPTED -> {
                accept(number);
                settle(department("housing"), number, "EVALUATION",
                        new EvaluationForm("RETURN", null, null, null, null, null, null, null, "不属于本单位职责", "education"));
                conclude(number, "NOT_ADOPT");
            }
            case EXTENDED_THEN_NOT_ADOPTED -> {
                accept(number);
                Actor housing = department("housing");
                String task = open(number, "EVALUATION");
                claim.claim(task, housing);
                askExtension.ask(task, "需要到现场踏勘", housing);
                settle(CHIEF, number, "EXTENSION", new ExtensionForm("APPROVE", null));
                evaluated(number, "NOT_ADOPT");
            }
            case SUPPLEMENTED_THEN_RESERVED -> {
                settle(TRIAGE, number, "TRIAGE",
                        new TriageForm("ASK_SUPPLEMENT", null, null, null, null, null, "请说明具体地点。", null, null, null, null));
                // all of these left nothing but a number: every other one looks at the tracking page before somebody calls
                boolean called = plan.number() % 40 == 9;
                if (called) {
                    settle(TRIAGE, number, "REVIEW",
                            new Telling("DONE", day(Instant.now()), ToldBy.PHONE, null, null, null));
                }
                QuarkusTransaction.requiringNew().run(() -> {
                    Proposal proposal = proposals.byNumber(number);
                    var asked = requests.openOf(proposal).orElseThrow();
                    assertThat(asked.dueAt()).as("the resident's clock")
                            .isEqualTo(called ? due(asked.askedAt(), 15) : null);
                    addSupplement.add(proposal, "在村口的小桥旁边。", Channel.WEB, Actor.RESIDENT);
                });
                conclude(number, "RESERVE");
            }
            case UNMERGED_THEN_RESERVED, RESERVED -> conclude(number, "RESERVE");
            case NOT_ADOPTED -> conclude(number, "NOT_ADOPT");
            case LISTED_ADOPTED, LISTED_NOT_ADOPTED -> conclude(number, "SHORTLIST");
            case MERGED -> throw new IllegalStateException("follows its main case");
        }
        return Map.of();
    }

    private void refer(String number) {
        settle(TRIAGE, number, "TRIAGE",
                new TriageForm("REFER", null, null, null, null, null, null, null, "HOTLINE_12345", null,
                        "属于个体诉求"));
    }

    private static TriageForm triage(String outcome, String reasonCode, String explanation) {
        return new TriageForm(outcome, null, null, null, null, null, null, null, null, reasonCode, explanation);
    }

    private void accept(String number) {
        settle(TRIAGE, number, "TRIAGE",
                new TriageForm("ACCEPT", "HOUSING", "housing", List.of(), "修一条小路", null, null, null, null, null, null));
    }

    private void conclude(String number, String outcome) {
        accept(number);
        evaluated(number, outcome);
    }

    private void evaluated(String number, String outcome) {
        settle(department("housing"), number, "EVALUATION",
                new EvaluationForm("SUBMIT", Map.of(), "ADOPT", "技术上可行。", null, null, "FULL", null, null, null));
        settle(TRIAGE, number, "CONCLUSION", new ConclusionForm(outcome, null, "与在建项目重复", null, null, null));
    }

    private static Actor department(String code) {
        return new Actor("dept-" + code, "经办", Set.of(Role.DEPARTMENT), code);
    }

    /** One list with all that are listed: decided, published. */
    private void listRound(List<Plan> plans) {
        String list = QuarkusTransaction.requiringNew().call(() -> lists.openOf(code).orElseThrow().id());
        Map<String, Fate> fates = plans.stream().filter(each -> each.fate().listed())
                .collect(Collectors.toMap(each -> numbers.get(each.number()), Plan::fate));
        List<CandidateItem> waiting = QuarkusTransaction.requiringNew().call(() -> candidates.waiting(code));
        assertThat(waiting).hasSize(fates.size());
        Map<String, Fate> byItem = QuarkusTransaction.requiringNew().call(() -> waiting.stream().collect(Collectors.toMap(
                CandidateItem::id, item -> fates.get(proposals.ofItem(item.id()).get(0).caseNumber()))));
        settle(TRIAGE, list, "SHORTLIST",
                new ShortlistForm("FREEZE", waiting.stream().map(each -> new ShortlistForm.Item(each.id(),
                        "修一条小路", "全年修路 1 公里", List.of("housing"), List.of(), null)).toList(), null));
        told(list);
        settle(CHIEF, list, "DECISION", new DecisionForm("RECORD", "区委常委会", "第 12 次会议", LocalDate.of(2025, 1, 10), null,
                byItem.entrySet().stream().map(each -> each.getValue() == Fate.LISTED_ADOPTED
                        ? new DecisionForm.ItemResult(each.getKey(), "ADOPTED", null)
                        : new DecisionForm.ItemResult(each.getKey(), "NOT_ADOPTED", "条件不成熟")).toList()));
        told(list);
        settle(TRIAGE, list, "PUBLICATION", new PublicationDraft("SUBMIT", "2025年重点民生实事项目", "经研究决定，现予以公布。"));
        settle(CHIEF, list, "PUBLICATION", new Judgement("RELEASE", null));
        told(list);
    }

    private void told(String list) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> QuarkusTransaction.requiringNew().call(() -> {
            var progress = tellCases.progress(lists.byId(list));
            return progress.done() >= progress.total();
        }));
    }

    /** Drafts and releases whatever is owed; the members of merged cases get theirs by jobs. */
    private void answerAll() throws Exception {
        List<Map.Entry<String, WayOfDelivery>> owed = QuarkusTransaction.requiringNew()
                .call(() -> ofCampaign("select a from Answer a join fetch a.proposal where a.proposal.campaign = ?1",
                        Answer.class)
                        .stream().filter(each -> each.state() == AnswerState.DRAFTING)
                        .map(each -> Map.entry(each.proposal().caseNumber(), each.way())).toList());
        each(owed, answer -> {
            settle(TRIAGE, answer.getKey(), "ANSWER",
                    new AnswerDraft("SUBMIT", "您好，您的建议已经研究，现答复如下。", answer.getValue().name()));
            settle(CHIEF, answer.getKey(), "ANSWER", new Judgement("RELEASE", null));
            return Map.of();
        });
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> QuarkusTransaction.requiringNew().call(
                () -> ofCampaign("select p.caseNumber from Proposal p where p.campaign = ?1 and p.disposition is null",
                        String.class).isEmpty()
                        && ofCampaign(
                                "select p.caseNumber from Proposal p where p.campaign = ?1 and p.mergedInto is not null and"
                                        + " not exists (select 1 from Answer a where a.proposal = p and a.state <> 'DRAFTING')",
                                String.class).isEmpty()));
    }

    private void sendMails() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            sendOutbox.send();
            return QuarkusTransaction.requiringNew().call(() -> ofCampaign(
                    "select a from Answer a where a.proposal.campaign = ?1 and a.state = 'SENDING'", Answer.class).isEmpty()
                    && ofCampaign("select a from Answer a where a.proposal.campaign = ?1 and a.state = 'RELEASED' and a.way ="
                            + " 'EMAIL'", Answer.class).isEmpty());
        });
    }

    /** Every eighth answer by mail comes back. */
    private List<String> bounce() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<OutboxMail> sent = outbox.list("proposal.campaign = ?1 and kind = ?2 order by id", code, MailKind.ANSWER);
            List<String> bounced = new ArrayList<>();
            for (int i = 0; i < sent.size(); i += 8) {
                assertThat(recordBounce.record(sent.get(i), "550 no such user")).isTrue();
                bounced.add(sent.get(i).caseNumber());
            }
            return bounced;
        });
    }

    /** Letters, calls, short messages, and what came back. */
    private void deliverByHand() throws Exception {
        List<String> waiting = QuarkusTransaction.requiringNew().call(() -> ofCampaign(
                "select w.caseNumber from WorkItem w where w.campaign = ?1 and w.step = 'DELIVER' and w.endedAt is null",
                String.class));
        each(waiting, number -> {
            settle(TRIAGE, number, "ANSWER", new Delivery("DONE", day(Instant.now()), "已送达"));
            return Map.of();
        });
    }

    private void sumsBalance(List<Plan> plans) {
        Map<Disposition, Long> expected = new EnumMap<>(Disposition.class);
        Map<Channel, Long> channels = new EnumMap<>(Channel.class);
        Map<String, Long> townships = new TreeMap<>();
        for (Plan plan : plans) {
            // the second part of a split suggestion counts as one more of the same channel
            long cases = plan.fate() == Fate.SPLIT_THEN_REFERRED ? 2 : 1;
            expected.merge(plan.fate().end, cases, Long::sum);
            channels.merge(plan.channel(), cases, Long::sum);
            townships.merge(plan.township() == null ? "" : plan.township(), cases, Long::sum);
        }
        Reconciliation sums = reconcile.of(code);
        assertThat(sums.balanced()).isTrue();
        assertThat(sums.total().open()).isZero();
        assertThat(sums.total().received()).isEqualTo(expected.values().stream().mapToLong(each -> each).sum());
        assertThat(nonZero(sums.total().byDisposition())).isEqualTo(expected);
        assertThat(received(sums.byChannel())).isEqualTo(channels);
        assertThat(received(sums.byTownship())).isEqualTo(townships);
    }

    private static <K> Map<K, Long> nonZero(Map<K, Long> counts) {
        return counts.entrySet().stream().filter(each -> each.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static <K> Map<K, Long> received(Map<K, Sums> sums) {
        return sums.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().received()));
    }

    private void everybodyIsAnsweredOnce(List<Plan> plans, List<String> bounced) {
        Map<String, List<Answer>> byCase = QuarkusTransaction.requiringNew()
                .call(() -> ofCampaign("select a from Answer a join fetch a.proposal where a.proposal.campaign = ?1",
                        Answer.class)
                        .stream().collect(Collectors.groupingBy(each -> each.proposal().caseNumber())));
        for (Plan plan : plans) {
            List<Answer> own = byCase.get(numbers.get(plan.number()));
            assertThat(own).as("answers to " + plan).hasSize(1);
            assertThat(own.get(0).state()).as("answer to " + plan)
                    .isEqualTo(plan.fate().answered() ? AnswerState.DELIVERED : AnswerState.NOT_OWED);
            if (plan.email() != null) {
                long got = MailServer.postbag(mails, plan.email()).stream().filter(each -> subject(each).contains("答复"))
                        .count();
                long cases = plan.fate() == Fate.SPLIT_THEN_REFERRED ? 2 : plan.fate().answered() ? 1 : 0;
                assertThat(got).as("mails with the answer to " + plan).isEqualTo(cases);
            }
        }
        assertThat(byCase.values().stream().flatMap(List::stream).filter(each -> each.way() == WayOfDelivery.EMAIL))
                .hasSizeGreaterThan(100);
        assertThat(bounced).hasSizeGreaterThan(10);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every task of the campaign was due at the end of the right working day, counted here once more. */
    private void everyClockIsRight() {
        List<WorkItem> all = QuarkusTransaction.requiringNew()
                .call(() -> ofCampaign("from WorkItem w where w.campaign = ?1", WorkItem.class));
        assertThat(all).hasSizeGreaterThan(4 * SUGGESTIONS);
        Set<String> extendedCases = numbers.entrySet().stream()
                .filter(each -> Fate.of(each.getKey()) == Fate.EXTENDED_THEN_NOT_ADOPTED).map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        for (WorkItem item : all) {
            boolean paused = item.queue().equals("TRIAGE") && stoodStill.containsKey(item.caseNumber());
            boolean extended = item.queue().equals("EVALUATION") && extendedCases.contains(item.caseNumber());
            int days = DAYS.getOrDefault(item.queue(), -1) + (paused ? stoodStill.get(item.caseNumber()) : 0)
                    + (extended ? 10 : 0);
            if (!item.queue().equals("PROGRESS")) {
                assertThat(item.dueAt()).as(item.queue() + " of " + item.subjectId()).isEqualTo(due(item.createdAt(), days));
            }
        }
        assertThat(stoodStill).isNotEmpty().doesNotContainValue(0);
    }

    private void readCalendar() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/data/workdays.tsv");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (String line : reader.lines().skip(1).toList()) {
                String[] cells = line.split("\t");
                (cells[1].equals("OFF") ? off : worked).add(LocalDate.parse(cells[0]));
            }
        }
    }

    private boolean isWorkday(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return worked.contains(day) || !weekend && !off.contains(day);
    }

    /** Day 1 is the next working day; due at 24:00. */
    private Instant due(Instant from, int days) {
        LocalDate day = day(from);
        for (int left = days; left > 0;) {
            day = day.plusDays(1);
            left -= isWorkday(day) ? 1 : 0;
        }
        return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
    }

    /** Those after the first day, up to and with the last. */
    private int workingDays(LocalDate first, LocalDate last) {
        return (int) first.plusDays(1).datesUntil(last.plusDays(1)).filter(this::isWorkday).count();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SHANGHAI).toLocalDate();
    }

    private List<Missing> missing() {
        return closeCampaign.missing(code);
    }

    private <T> List<T> ofCampaign(String query, Class<T> type) {
        return entities.createQuery(query, type).setParameter(1, code).getResultList();
    }

    /** Claims the open task of a queue on a case or a list, and completes it. */
    private void settle(Actor who, String subject, String queue, Object form) {
        String id = open(subject, queue);
        claim.claim(id, who);
        complete.completeForm(id, form, who);
    }

    private String open(String subject, String queue) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<WorkItem> open = subject.startsWith(code) ? items.openOn(subject)
                    : items.openOn(SubjectType.LIST, List.of(subject));
            return open.stream().filter(each -> each.queue().equals(queue)).map(WorkItem::id).findFirst()
                    .orElseThrow(() -> new AssertionError("no task " + queue + " on " + subject));
        });
    }

    /** Does it for all, some at the same time. */
    private static <T, K, V> Map<K, V> each(List<T> all, Function<T, Map<K, V>> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Map<K, V> results = new HashMap<>();
            List<Future<Map<K, V>>> running = all.stream().map(one -> threads.submit(() -> act.apply(one))).toList();
            for (Future<Map<K, V>> each : running) {
                results.putAll(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
