package io.minsheng.intake.mail.form;

import java.util.Arrays;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.campaign.FormReader;

/** What filled-in forms in mails are read by: the labels of the call and the aliases that people send. */
@Singleton
class ReadsMailedForms implements FormReader {

    @Override
    public String name() {
        return "来信附件的自动识别";
    }

    @Override
    public boolean reads(String code, String label) {
        return Labels.of(label).filter(each -> each.isField() && each.fields().size() == 1
                && each.field().code().equals(code)).isPresent();
    }

    @Override
    public List<String> labels(String code) {
        return Arrays.stream(FormField.values()).filter(each -> each.code().equals(code))
                .flatMap(each -> each.labels().stream()).toList();
    }
}
