package io.minsheng.publication;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.file.AcceptedFile;
import io.minsheng.platform.file.AttachmentRules;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.file.StoredFiles;

/**
 * Puts files into the draft of a publication and takes them out. The file is kept as it was sent, with all its properties: what
 * the guard has to find must not be made away with unseen.
 */
@ApplicationScoped
public class EditAnnexes {

    private final PublicationTask task;
    private final AttachmentRules rules;
    private final StoredFiles files;
    private final Annexes annexes;
    private final InstantSource clock;
    private final Event<Act> acts;

    EditAnnexes(PublicationTask task, AttachmentRules rules, StoredFiles files, Annexes annexes, InstantSource clock,
            Event<Act> acts) {
        this.task = task;
        this.rules = rules;
        this.files = files;
        this.annexes = annexes;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * Adds a file.
     *
     * @param name as the sender gave it
     * @throws Refusal 400 empty or of the same name, 404, 409 the draft is not in the caller's hands, or too many
     *         files, 413, 415
     */
    @Transactional
    public Annex add(String list, String name, InputStream content, Actor actor) {
        task.requireDrafting(list, actor);
        List<Annex> present = annexes.present(list);
        if (present.size() >= rules.perCase()) {
            throw Refusal.conflict("附件最多 " + rules.perCase() + " 个。");
        }
        AcceptedFile accepted = rules.acceptAsItIs(name, content);
        if (present.stream().anyMatch(each -> each.file().name().equals(accepted.name()))) {
            throw Refusal.invalid("file", "已有同名附件，请先移除或改名。");
        }
        StoredFile file = files.store(accepted.name(), accepted.kind().mediaType(), accepted.stream(), rules.maxBytes());
        Annex annex = new Annex(list, file, actor.username(), clock.instant());
        annexes.persist(annex);
        acts.fire(new Act(actor.username(), "ANNEX_ADDED", "LIST", list, null, annex.id() + " sha256 " + file.sha256()));
        return annex;
    }

    /**
     * Takes a file out of the draft.
     *
     * @throws Refusal 404, 409 the draft is not in the caller's hands
     */
    @Transactional
    public void remove(String list, String id, Actor actor) {
        task.requireDrafting(list, actor);
        Annex annex = annexes.present(list).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这个附件。"));
        annex.remove(actor.username(), clock.instant());
        acts.fire(new Act(actor.username(), "ANNEX_REMOVED", "LIST", list, null, id));
    }
}
