package io.minsheng.intake.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes in a mail that came another way, as a file; from then on it is like any other. */
@ApplicationScoped
public class UploadMessage {

    private final StoreMessage store;
    private final ProcessMessages process;
    private final Event<Act> acts;

    UploadMessage(StoreMessage store, ProcessMessages process, Event<Act> acts) {
        this.store = store;
        this.process = process;
        this.acts = acts;
    }

    /**
     * Stores the mail and works on it.
     *
     * @return id of the row
     * @throws Refusal 400 empty
     */
    public String upload(byte[] raw, Actor actor) {
        if (raw == null || raw.length == 0) {
            throw Refusal.invalid("file", "文件是空的，请选择 .eml 邮件文件。");
        }
        String id = store.fromUpload(raw);
        QuarkusTransaction.requiringNew()
                .run(() -> acts.fire(new Act(actor.username(), "MESSAGE_UPLOADED", "MESSAGE", id, null, "")));
        process.process(id);
        return id;
    }
}
