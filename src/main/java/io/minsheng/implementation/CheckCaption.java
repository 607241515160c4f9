package io.minsheng.implementation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** What is written below a photo, which is also what somebody hears who cannot see it. Everyone may read it. */
@Singleton
class CheckCaption {

    private static final String LABEL = "照片说明";
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final PublicWords words;

    CheckCaption(PublicWords words) {
        this.words = words;
    }

    /**
     * The caption, clean.
     *
     * @param field its name, for the violation
     * @throws Refusal 400 missing, too short or long, not Chinese, or with personal data
     */
    String checked(Project project, String field, String typed) {
        String caption = Texts.cleanLine(typed);
        List<Violation> violations = new ArrayList<>();
        LengthRule.title(field, LABEL).check(caption, violations);
        if (violations.isEmpty() && !CHINESE.matcher(caption).find()) {
            violations.add(new Violation(field, "请用中文写照片里是什么，例如“第三部电梯已经装好”。"));
        }
        violations.addAll(words.personalData(project, field, LABEL, caption));
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return caption;
    }
}
