package io.minsheng.workflow.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWrapTest {

    @Test
    void keepsAShortNameOnOneLine() {
        assertThat(TextWrap.lines("分类整理", 6)).containsExactly("分类整理");
    }

    @Test
    void makesLinesOfAboutEqualLength() {
        assertThat(TextWrap.lines("备选名单已确定", 6)).containsExactly("备选名单", "已确定");
    }

    @Test
    void neverBeginsALineWithAClosingMark() {
        assertThat(TextWrap.lines("如何处理呢？", 5)).noneMatch(line -> line.startsWith("？"));
        assertThat(TextWrap.lines("名单，公布", 2)).noneMatch(line -> line.startsWith("，"));
    }

    @Test
    void keepsLatinWordsAndNumbersWhole() {
        assertThat(TextWrap.lines("转12345热线", 4)).containsExactly("转12345", "热线");
        assertThat(TextWrap.lines("an evaluation", 5)).containsExactly("an", "evaluation");
    }

    @Test
    void losesNothing() {
        assertThat(String.join("", TextWrap.lines("一条建议从收到到答复的全过程", 4))).isEqualTo("一条建议从收到到答复的全过程");
    }

    @Test
    void hasNoLinesForABlankName() {
        assertThat(TextWrap.lines("  ", 5)).isEmpty();
    }
}
