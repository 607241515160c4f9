package io.minsheng.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.minsheng.intake.mail.form.FilledForm;
import io.minsheng.intake.mail.form.FormField;
import io.minsheng.intake.mail.form.ReadForms;
import io.minsheng.intake.mail.reading.QuotedText;

class MailRulesTest {

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
    void readsFormLines() {
        FilledForm form = ReadForms.ofText("""
                1. 建议事项名称：给老旧小区加装电梯
                事项类别: 城乡住房
                建议内容：
                我们小区六层没有电梯。
                老人上下楼很困难：要歇三次。
                建议理由：老人多
                姓 名：测试甲
                联系电话（手机）：13800001234
                """);
        assertThat(form.get(FormField.TITLE)).contains("给老旧小区加装电梯");
        assertThat(form.get(FormField.CATEGORY)).contains("城乡住房");
        assertThat(form.get(FormField.CONTENT)).contains("我们小区六层没有电梯。\n老人上下楼很困难：要歇三次。");
        assertThat(form.get(FormField.REASON)).contains("老人多");
        assertThat(form.get(FormField.NAME)).contains("测试甲");
        assertThat(form.get(FormField.PHONE)).contains("13800001234");
    }

    @Test
    void splitsTheQuotedPart() {
        assertThat(QuotedText.fresh("装在二单元。\n\n------------------ 原始邮件 ------------------\n发件人: \"民生\"<a@b.cn>;\n发送时间: 2026"))
                .isEqualTo("装在二单元。");
        assertThat(QuotedText.fresh("装在二单元。\n发件人： 民生\n发送时间： 2026-01-01\n您好")).isEqualTo("装在二单元。");
        assertThat(QuotedText.fresh("好的\n> 引用\nOn Mon, 1 Jan 2026 at 10:00, x <a@b.cn> wrote:\n> 原文")).isEqualTo("好的");
        assertThat(QuotedText.fresh("没有引用")).isEqualTo("没有引用");
    }

    @Test
    void knowsWhereThePartQuotedByOtherProgramsBegins() {
        for (String begin : List.of("------------------&nbsp;原始邮件&nbsp;------------------\n发件人: x",
                "------------------\u00A0原始邮件\u00A0------------------", "---- Replied Message ----\n| From | x |",
                "-------- Forwarded Message --------\nSubject: x", "-------- 转发的消息 --------\n主题: x",
                "At 2026-10-01 10:00:00, \"民生\" <a@example.cn> wrote:\n您好", "开始转发的邮件：\n\n发件人: x",
                "Begin forwarded message:\n\nFrom: x",
                "民生 <a@example.cn> 于2026年10月1日周四 10:00写道：\n\n> 您好", "*发件人:* 民生\n*发送时间:* 2026",
                "发件人： 民生\n抄送： y", "---原始邮件---\n发件人: x")) {
            assertThat(QuotedText.fresh("装在二单元。\n\n" + begin)).as(begin).isEqualTo("装在二单元。");
            assertThat(QuotedText.split("装在二单元。\n\n" + begin).fresh()).as(begin).isEqualTo("装在二单元。");
        }
    }

    @Test
    void keepsWhatIsWrittenBelowTheQuotedPart() {
        assertThat(QuotedText.fresh("您好！\n在 2026/10/1 10:00, 民生 写道:\n> 电梯装在几单元？\n>\n> 谢谢\n\n装在二单元。"))
                .isEqualTo("您好！\n\n装在二单元。");
        assertThat(QuotedText.fresh("民生 <a@example.cn> 于2026年10月1日周四 10:00写道：\n\n> 电梯装在几单元？\n\n装在二单元。"))
                .isEqualTo("装在二单元。");
    }

    @Test
    void tellsANoteFromASuggestion() {
        for (String nothing : List.of("", "见附件", "您好！我的建议见附件，请查收。\n测试壬 13800001234", "尊敬的领导：\n附件是征集表，请审阅。谢谢！\n2026年5月6日",
                "发自我的iPhone", "如题")) {
            assertThat(CoveringNote.of(nothing)).as(nothing).isEqualTo(CoveringNote.NOTHING);
        }
        assertThat(CoveringNote.of("我们小区想装电梯，详细情况在附件里。")).isEqualTo(CoveringNote.POINTS);
        assertThat(CoveringNote.of("建议给老旧小区加装电梯")).isEqualTo(CoveringNote.SAYS);
        assertThat(CoveringNote.of("希望修路")).isEqualTo(CoveringNote.SAYS);
    }

    @Test
    void showsTheQuotedPartApartAndLosesNothingOfIt() {
        String qq = "------------------ 原始邮件 ------------------\n发件人: \"民生\"<a@b.cn>;\n发送时间: 2026\n\n电梯装在几单元？";
        assertThat(QuotedText.split("装在二单元。\n\n" + qq)).isEqualTo(new QuotedText.Split("装在二单元。", qq));
        assertThat(QuotedText.split("好的\n> 引用一\n\n> 引用二\n")).isEqualTo(new QuotedText.Split("好的", "> 引用一\n\n> 引用二"));
        assertThat(QuotedText.split("> 问题\n答在下面")).isEqualTo(new QuotedText.Split("> 问题\n答在下面", ""));
        assertThat(QuotedText.split(qq)).isEqualTo(new QuotedText.Split(qq, ""));
        assertThat(QuotedText.split("没有引用")).isEqualTo(new QuotedText.Split("没有引用", ""));
        String endless = "> 引用\n".repeat(50_000).strip();
        assertThat(QuotedText.split("好的\n" + endless)).isEqualTo(new QuotedText.Split("好的", endless));
    }

    @Test
    void readsWhatIsRepeatedWithoutEnd() {
        for (String each : List.of("\n", " ", "\u00A0", "&nbsp;")) {
            String text = "好的\n--" + each.repeat(100_000) + "测试甲";
            assertThat(QuotedText.split(text)).as(each).isEqualTo(new QuotedText.Split(text, ""));
            assertThat(QuotedText.fresh("好的\n--" + each.repeat(100_000) + "原始邮件" + each.repeat(100_000) + "--\n您好")).as(each)
                    .isEqualTo("好的");
        }
        String line = "好的\n" + " ".repeat(2_000_000) + "测试甲";
        assertTimeout(Duration.ofSeconds(3),
                () -> assertThat(QuotedText.split(line)).isEqualTo(new QuotedText.Split(line, "")));
        String subject = "回复：".repeat(100_000) + PHRASE + "——给老旧小区加装电梯";
        assertThat(SubjectPhrase.isIn(subject, PHRASE)).isTrue();
        assertThat(SubjectPhrase.rest(subject, PHRASE)).isEqualTo("给老旧小区加装电梯");
    }
}
