package io.minsheng.platform.web;

import io.quarkus.qute.TemplateExtension;

/** Small words in templates: {@code {form.at('x').ifEmpty('未填写')}}. */
@TemplateExtension
final class SayTexts {

    private SayTexts() {
    }

    static String ifEmpty(String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }
}
