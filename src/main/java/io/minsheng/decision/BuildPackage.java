package io.minsheng.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.decision.MeetingPackage.Row;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.SiteSettings;

/** Makes the package for the meeting from a frozen list, as long as the list is what was frozen. */
@ApplicationScoped
public class BuildPackage {

    private final ViewList viewList;
    private final SiteSettings site;
    private final Event<Act> acts;

    BuildPackage(ViewList viewList, SiteSettings site, Event<Act> acts) {
        this.viewList = viewList;
        this.site = site;
        this.acts = acts;
    }

    /**
     * The package of a list.
     *
     * @throws Refusal 404; 409 not frozen yet, or the list is not what it was when it was frozen
     */
    @Transactional
    public MeetingPackage of(String listId, Actor actor) {
        ListView list = viewList.view(listId);
        if (list.state() == ListState.OPEN) {
            throw Refusal.conflict("名单还没有确定，不能生成会议材料。");
        }
        if (!list.intact()) {
            throw Refusal.conflict("名单内容与确定时的摘要不一致，不能生成会议材料，请联系管理员核查。");
        }
        acts.fire(new Act(actor.username(), "LIST_PACKAGE", "LIST", list.id(), null, list.freeze().digest()));
        String title = site.district() + list.title();
        return new MeetingPackage(list.id(), title + "-会议材料-" + list.campaign() + "-第" + list.version() + "版", title,
                site.office().orElse(site.district()),
                Shanghai.sayTime(list.freeze().at()) + "由" + list.freeze().by() + "确定", list.version(), list.freeze().digest(),
                list.items().stream().map(BuildPackage::row).toList());
    }

    private static Row row(ListView.Item item) {
        return new Row(item.position(), item.title(), item.target(), item.leadNames(), item.assistNames(), item.dueText(),
                item.support().estimate(), item.support().suggestions(), item.support().people(), item.support().score());
    }
}
