package io.minsheng.decision;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;
import io.minsheng.workflow.Processes.FanOut;

/** Tells the cases on a list what happened to it: one job each, restartable; the list knows how far it got. */
@ApplicationScoped
public class TellCases {

    private static final FanOut NOTHING_TOLD = new FanOut(0, 0);

    private final Processes processes;
    private final Proposals proposals;

    TellCases(Processes processes, Proposals proposals) {
        this.processes = processes;
        this.proposals = proposals;
    }

    /** Begins to tell every case of the items. */
    public void tell(MessageName message, CandidateList list, List<CandidateItem> items) {
        List<String> instances = proposals.processesOfItems(items.stream().map(CandidateItem::id).toList());
        if (!instances.isEmpty()) {
            list.tells(processes.tellEach(message, instances), instances.size());
        }
    }

    /** How many cases have been told the last news of the list. */
    public FanOut progress(CandidateList list) {
        return list.fanOutBatch() == null ? NOTHING_TOLD
                : processes.fanOut(list.fanOutBatch(), list.fanOutTotal());
    }

    /** The same for many lists at once, by the id of the list. */
    public Map<String, FanOut> progress(List<CandidateList> lists) {
        Map<String, Integer> totals = lists.stream().filter(each -> each.fanOutBatch() != null)
                .collect(Collectors.toMap(CandidateList::fanOutBatch, CandidateList::fanOutTotal));
        Map<String, FanOut> told = processes.fanOuts(totals);
        return lists.stream().collect(Collectors.toMap(CandidateList::id,
                each -> each.fanOutBatch() == null ? NOTHING_TOLD : told.get(each.fanOutBatch())));
    }

    /**
     * A case that has not heard the last news does not wait for the next.
     *
     * @throws Refusal 409 while cases are still being told
     */
    public void requireDone(CandidateList list) {
        FanOut progress = progress(list);
        if (progress.done() < progress.total()) {
            throw Refusal.conflict("正在逐件通知名单中的建议（" + progress.done() + "/" + progress.total() + "），请稍候再办理。");
        }
    }
}
