package io.minsheng.decision;

import jakarta.inject.Singleton;

import io.minsheng.campaign.Campaigns;
import io.minsheng.workflow.Subject;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.Subjects;

/** What the work list shows of a list of candidates. */
@Singleton
public class ListSubjects implements Subjects {

    private final CandidateLists lists;
    private final Campaigns campaigns;

    ListSubjects(CandidateLists lists, Campaigns campaigns) {
        this.lists = lists;
        this.campaigns = campaigns;
    }

    @Override
    public SubjectType type() {
        return SubjectType.LIST;
    }

    @Override
    public Subject describe(String id) {
        CandidateList list = lists.byId(id);
        return new Subject(title(list), null, null, null, list.campaign(), null);
    }

    /** 2025年第1批备选名单. */
    public String title(CandidateList list) {
        return campaigns.rules(list.campaign()).projectYear() + "年第" + list.number() + "批备选名单";
    }
}
