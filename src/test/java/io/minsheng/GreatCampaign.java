package io.minsheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

import io.minsheng.GreatPlan.Fate;
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
import io.minsheng.proposal.NewProposal.Wish;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.RegisterProposal;
import io.minsheng.proposal.SplitCase;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.proposal.Target;
import io.minsheng.proposal.ToldBy;
import io.minsheng.proposal.UnmergeCase;
import io.minsheng.proposal.WithdrawProposal;
import io.minsheng.publication.Judgement;
import io.minsheng.publication.PublicationDraft;
import io.minsheng.publication.answer.Answer;
import io.minsheng.publication.answer.AnswerDraft;
import io.minsheng.publication.answer.AnswerState;
import io.minsheng.publication.answer.Answers;
import io.minsheng.publication.answer.Delivery;
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
 * returns, supplements, withdrawals, refusals, bounces and a list round, driven through to closing: the sums balance by an
 * account that is kept apart, everybody is answered exactly once, every clock is right to the working day. Run
 * on each database.
 */
abstract class GreatCampaign {

    private static final int SUGGESTIONS = 500;
    private static final Actor TRIAGE = new Actor("triage", "经办", Set.of(Role.TRIAGE), "drc-social");
    private static final Actor CHIEF = new Actor("chief", "科长", Set.of(Role.CHIEF), "drc-social");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Integer> DAYS = Map.of("TRIAGE", 5, "EVALUATION", 10, "CONCLUSION", 5, "SHORTLIST", 10,
            "DECISION", 10, "PUBLICATION", 10, "ANSWER", 10, "EXTENSION", 2, "REVIEW", 2);

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
    private final CountedDays days = CountedDays.read();
    private final Map<String, Integer> stoodStill = new HashMap<>();
    private String code;

    @Test
    void fiveHundredSuggestionsComeToTheirEnd() throws Exception {
        begin();
        List<GreatPlan> plans = new ArrayList<>();
        for (int i = 0; i < SUGGESTIONS; i++) {
            plans.add(GreatPlan.of(i));
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

    private Map<Integer, String> enter(GreatPlan plan) {
        Actor by = plan.channel() == Channel.WEB ? Actor.RESIDENT : TRIAGE;
        NewProposal suggestion = new NewProposal(code,
                new Wish("第" + plan.number() + "条建议：修一条路", plan.number() % 2 == 0 ? "HOUSING" : "OTHER",
                        "村口的小路下雨就泥泞，老人孩子出行不便，请修一修。第 " + plan.number() + " 条。", null, plan.township(), null, null, Target.NONE),
                plan.proposer(), plan.origin(Instant.now()));
        return Map.of(plan.number(), register.register(suggestion, by).caseNumber());
    }

    /** Two join the case two places on; every fortieth is merged for some days and taken out again. */
    private void merge(List<GreatPlan> plans) {
        for (GreatPlan plan : plans) {
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
                stoodStill.put(number, days.between(CountedDays.day(since), CountedDays.day(Instant.now())));
            }
        }
    }

    private Map<Integer, String> handle(GreatPlan plan) {
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
                            new Telling("DONE", CountedDays.day(Instant.now()), ToldBy.PHONE, null, null, null));
                }
                QuarkusTransaction.requiringNew().run(() -> {
                    Proposal proposal = proposals.byNumber(number);
                    var asked = requests.openOf(proposal).orElseThrow();
                    assertThat(asked.dueAt()).as("the resident's clock")
                            .isEqualTo(called ? days.due(asked.askedAt(), 15) : null);
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
    private void listRound(List<GreatPlan> plans) {
        String list = QuarkusTransaction.requiringNew().call(() -> lists.openOf(code).orElseThrow().id());
        Map<String, Fate> fates = plans.stream().filter(each -> each.fate().listed())
                .collect(Collectors.toMap(each -> numbers.get(each.number()), GreatPlan::fate));
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
            settle(TRIAGE, number, "ANSWER", new Delivery("DONE", CountedDays.day(Instant.now()), "已送达"));
            return Map.of();
        });
    }

    private void sumsBalance(List<GreatPlan> plans) {
        Map<Disposition, Long> expected = new EnumMap<>(Disposition.class);
        Map<Channel, Long> channels = new EnumMap<>(Channel.class);
        Map<String, Long> townships = new TreeMap<>();
        for (GreatPlan plan : plans) {
            // the second part of a split suggestion counts as one more of the same channel
            long cases = plan.fate() == Fate.SPLIT_THEN_REFERRED ? 2 : 1;
            expected.merge(plan.fate().end(), cases, Long::sum);
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

    private void everybodyIsAnsweredOnce(List<GreatPlan> plans, List<String> bounced) {
        Map<String, List<Answer>> byCase = QuarkusTransaction.requiringNew()
                .call(() -> ofCampaign("select a from Answer a join fetch a.proposal where a.proposal.campaign = ?1",
                        Answer.class)
                        .stream().collect(Collectors.groupingBy(each -> each.proposal().caseNumber())));
        for (GreatPlan plan : plans) {
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
            int given = DAYS.getOrDefault(item.queue(), -1) + (paused ? stoodStill.get(item.caseNumber()) : 0)
                    + (extended ? 10 : 0);
            if (!item.queue().equals("PROGRESS")) {
                assertThat(item.dueAt()).as(item.queue() + " of " + item.subjectId())
                        .isEqualTo(days.due(item.createdAt(), given));
            }
        }
        assertThat(stoodStill).isNotEmpty().doesNotContainValue(0);
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
