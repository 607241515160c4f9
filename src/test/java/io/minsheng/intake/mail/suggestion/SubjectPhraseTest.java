package io.minsheng.intake.mail.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectPhraseTest {

    private static final String PHRASE = "大足区2025年重点民生实事建议征集";

    @Test
    void findsThePhraseHoweverItIsWritten() {
        assertThat(SubjectPhrase.isIn("大足区2025年重点民生实事建议征集", PHRASE)).isTrue();
        assertThat(SubjectPhrase.isIn("回复：转发: 大足区 2025年　重点民生实事建议征集-加装电梯", PHRASE)).isTrue();
        assertThat(SubjectPhrase.isIn("Fwd: 大足区２０２５年重点民生实事建议征集", PHRASE)).isTrue();
        assertThat(SubjectPhrase.isIn("大足区2024年重点民生实事建议征集", PHRASE)).isFalse();
        assertThat(SubjectPhrase.isIn("", PHRASE)).isFalse();
    }

    @Test
    void findsWhatTheSubjectSaysBesides() {
        assertThat(SubjectPhrase.rest("大足区2025年重点民生实事建议征集——给老旧小区加装电梯", PHRASE)).isEqualTo("给老旧小区加装电梯");
        assertThat(SubjectPhrase.rest("回复：给老旧小区加装电梯（大足区2025年 重点民生实事建议征集）", PHRASE)).startsWith("给老旧小区加装电梯");
        assertThat(SubjectPhrase.rest("转发：大足区2025年重点民生实事建议征集", PHRASE)).isEmpty();
    }

    @Test
    void readsASubjectThatRepeatsItsPrefixWithoutEnd() {
        String subject = "回复：".repeat(100_000) + PHRASE + "——给老旧小区加装电梯";
        assertThat(SubjectPhrase.isIn(subject, PHRASE)).isTrue();
        assertThat(SubjectPhrase.rest(subject, PHRASE)).isEqualTo("给老旧小区加装电梯");
    }
}
