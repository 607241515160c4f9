package io.minsheng.search;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.web.ListQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * The searches that people keep. Everybody keeps own ones; the office (TRIAGE, CHIEF) shares among itself. Changed and
 * deleted by who made them, shared ones by the head of the office, too.
 */
@ApplicationScoped
public class SavedViews implements PanacheRepositoryBase<SavedView, String> {

    private static final LengthRule NAME = new LengthRule("name", "名称", 1, 40);
    private static final int MOST = 50;
    private static final int LONGEST = 2000;
    private static final String UNKNOWN = "没有这个视图，或者您无权更改。";

    private final InstantSource clock;
    private final Event<Act> acts;

    SavedViews(InstantSource clock, Event<Act> acts) {
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * A view as typed.
     *
     * @param parts of the filter, by the names of {@link CaseFilter#PARTS}, and {@code sort}
     * @param shared with the office
     */
    public record Wanted(String name, Map<String, String> parts, boolean shared) {
    }

    /** The own ones and those of the office, by name. */
    @Transactional
    public List<SavedView> of(Actor actor) {
        return office(actor) ? list("owner = ?1 or shared = true order by name, id", actor.username())
                : list("owner = ?1 order by name, id", actor.username());
    }

    /**
     * Keeps a search; one of the person's own with the same name is replaced.
     *
     * @throws Refusal 400 name or filter, 403 sharing, 409 too many
     */
    @Transactional
    public SavedView keep(Wanted wanted, Actor actor) {
        String query = checked(wanted, actor);
        String name = Texts.cleanLine(wanted.name());
        SavedView view = find("owner = ?1 and name = ?2", actor.username(), name).firstResult();
        if (view == null) {
            if (count("owner", actor.username()) >= MOST) {
                throw Refusal.conflict("每人最多保存 " + MOST + " 个视图，请先删去不用的。");
            }
            view = new SavedView(actor.username(), name);
        }
        view.keep(name, query, wanted.shared(), clock.instant());
        persist(view);
        tell("VIEW_KEPT", view, actor);
        return view;
    }

    /**
     * Changes one.
     *
     * @throws Refusal 400, 403 sharing, 404 unknown or not theirs to change, 409 another has the name
     */
    @Transactional
    public SavedView change(String id, Wanted wanted, Actor actor) {
        SavedView view = changeable(id, actor);
        String query = checked(wanted, actor);
        String name = Texts.cleanLine(wanted.name());
        if (count("owner = ?1 and name = ?2 and id <> ?3", view.owner(), name, id) > 0) {
            throw Refusal.conflict("已有同名的视图。");
        }
        view.keep(name, query, wanted.shared(), clock.instant());
        tell("VIEW_KEPT", view, actor);
        return view;
    }

    /**
     * Deletes one.
     *
     * @throws Refusal 404 unknown or not theirs to change
     */
    @Transactional
    public void remove(String id, Actor actor) {
        SavedView view = changeable(id, actor);
        delete(view);
        tell("VIEW_REMOVED", view, actor);
    }

    /** Whether the person may change and delete it. */
    public boolean mayChange(SavedView view, Actor actor) {
        return view.owner().equals(actor.username()) || view.shared() && actor.has(Role.CHIEF);
    }

    private SavedView changeable(String id, Actor actor) {
        return findByIdOptional(id).filter(each -> mayChange(each, actor)).orElseThrow(() -> Refusal.notFound(UNKNOWN));
    }

    private static String checked(Wanted wanted, Actor actor) {
        List<Violation> violations = new ArrayList<>();
        NAME.check(Texts.cleanLine(wanted.name()), violations);
        Map<String, String> parts = wanted.parts() == null ? Map.of() : wanted.parts();
        Map<String, String> kept = new LinkedHashMap<>();
        CaseFilter.PARTS.forEach(each -> kept.put(each, parts.get(each)));
        kept.put("sort", parts.get("sort"));
        String href = ListQuery.href("", kept);
        if (href.length() > LONGEST || href.length() == 1) {
            violations.add(new Violation("parts", "请先设定查找条件，再保存。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        ListCases.paging(CaseFilter.parse(kept), 0, 1, kept.get("sort"));
        if (wanted.shared() && !office(actor)) {
            throw Refusal.forbidden("只有社会事业科可以共享视图。");
        }
        return href.substring(1);
    }

    private static boolean office(Actor actor) {
        return actor.hasAny(Role.TRIAGE, Role.CHIEF);
    }

    private void tell(String action, SavedView view, Actor actor) {
        acts.fire(new Act(actor.username(), action, "VIEW", view.id(), null, view.name() + (view.shared() ? " [共享]" : "")));
    }
}
