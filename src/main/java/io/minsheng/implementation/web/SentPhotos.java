package io.minsheng.implementation.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.server.multipart.FormValue;

import io.minsheng.implementation.EditPhotos;
import io.minsheng.implementation.ProgressPhoto;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.file.FileNames;
import io.minsheng.platform.web.FormErrors;

/** Keeps what came with the page of a report: each photo and each caption that passes, whatever is wrong with the others. */
@Singleton
class SentPhotos {

    private static final String FIELD = "photo";

    private final EditPhotos edit;

    SentPhotos(EditPhotos edit) {
        this.edit = edit;
    }

    EditPhotos.Limits limits() {
        return edit.limits();
    }

    /** @throws Refusal 403, 404, 409 the task is not in the actor's hands */
    FormErrors keep(String taskId, PhotoForm form, Actor actor) {
        List<Violation> violations = new ArrayList<>();
        if (form.removes() != null) {
            edit.remove(taskId, form.removes(), actor);
        }
        List<String> kept = edit.drafts(taskId, actor).stream().map(ProgressPhoto::id).toList();
        form.captions(kept).forEach((field, caption) -> {
            try {
                edit.describe(taskId, PhotoForm.photoOf(field), field, caption, actor);
            } catch (Refusal refusal) {
                violations.addAll(wrong(refusal, field, ""));
            }
        });
        for (FormValue each : form.files()) {
            try (InputStream content = each.getFileItem().getInputStream()) {
                edit.add(taskId, null, each.getFileName(), content, actor);
            } catch (Refusal refusal) {
                violations.addAll(wrong(refusal, FIELD, "“" + FileNames.clean(each.getFileName()) + "”没有保存："));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (form.uploads() && form.files().isEmpty()) {
            violations.add(new Violation(FIELD, "请先选择照片。"));
        }
        return FormErrors.of(violations);
    }

    private static List<Violation> wrong(Refusal refusal, String field, String before) {
        return FormErrors.of(refusal, field).list().stream().map(each -> new Violation(field, before + each.message()))
                .toList();
    }
}
