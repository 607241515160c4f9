package io.minsheng.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;

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
     * @param raw its bytes, of whatever number; they are stored as they come
     * @return id of the row
     * @throws Refusal 400 empty
     */
    public String upload(InputStream raw, Actor actor) {
        String id = store.fromUpload(notEmpty(raw));
        QuarkusTransaction.requiringNew()
                .run(() -> acts.fire(new Act(actor.username(), "MESSAGE_UPLOADED", "MESSAGE", id, null, "")));
        process.process(id);
        return id;
    }

    private static InputStream notEmpty(InputStream raw) {
        PushbackInputStream some = new PushbackInputStream(raw);
        try {
            int first = some.read();
            if (first < 0) {
                throw Refusal.invalid("file", "文件是空的，请选择 .eml 邮件文件。");
            }
            some.unread(first);
            return some;
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded mail could not be read", e);
        }
    }
}
