package io.minsheng.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.minsheng.platform.error.Violation;

class TextsTest {

    @Test
    void removesWhatIsNoText() {
        assertThat(Texts.clean("a\0b\u0007c\u202Ed\u2066e\u200Bf\uFEFF")).isEqualTo("abcdef");
        assertThat(Texts.clean("x\uD83Dy\uDE00z")).isEqualTo("xyz");
    }

    @Test
    void keepsEmojiRareCharactersAndParagraphs() {
        assertThat(Texts.clean("👨‍👩‍👧 𠮷\r\n第二段\r第三段\t末")).isEqualTo("👨‍👩‍👧 𠮷\n第二段\n第三段\t末");
    }

    @Test
    void trimsIdeographicSpaceAndComposes() {
        assertThat(Texts.clean("\u3000\u00A0e\u0301\u3000\n")).isEqualTo("é");
        assertThat(Texts.cleanOrNull(" \u3000 ")).isNull();
        assertThat(Texts.clean(null)).isNull();
    }

    @Test
    void putsALineOnOneLine() {
        assertThat(Texts.cleanLine(" 修路\r\n和\t\t 桥 ")).isEqualTo("修路 和 桥");
    }

    @Test
    void countsAndCutsCodePoints() {
        assertThat(Texts.codePoints("𠮷野家")).isEqualTo(3);
        assertThat(Texts.shorten("𠮷野家店", 3)).isEqualTo("𠮷野…");
        assertThat(Texts.shorten("𠮷野家", 3)).isEqualTo("𠮷野家");
    }

    @Test
    void titleHasFourToSixtyCodePoints() {
        LengthRule title = LengthRule.title("title", "建议事项名称");

        assertThat(title.violation("修三座桥")).isEmpty();
        assertThat(title.violation("𠮷".repeat(60))).isEmpty();
        assertThat(title.violation("𠮷".repeat(61))).get().extracting(Violation::message).asString().contains("最多 60");
        assertThat(title.violation("修桥")).contains(new Violation("title", "建议事项名称至少 4 个字，现在 2 个字。"));
        assertThat(title.violation("")).contains(new Violation("title", "请填写建议事项名称。"));
    }

    @Test
    void otherTextsMayBeAbsentUnlessNeeded() {
        List<Violation> violations = new ArrayList<>();
        LengthRule.other("place", "实施地点").check(null, violations);
        LengthRule.reason("reason", "理由").needed().check(null, violations);

        assertThat(violations).containsExactly(new Violation("reason", "请填写理由。"));
    }

    @Test
    void writesNumbersOfAChineseKeyboardInHalfWidth() {
        assertThat(Texts.narrowOrNull("１３８－００００ １２３４　")).isEqualTo("138-0000 1234");
        assertThat(Texts.narrowOrNull("ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｎ")).isEqualTo("wang@example.cn");
        assertThat(Texts.narrowOrNull("　")).isNull();
        assertThat(Texts.narrowOrNull(null)).isNull();
    }
}
