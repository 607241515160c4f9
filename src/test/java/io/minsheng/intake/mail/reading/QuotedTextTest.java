package io.minsheng.intake.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class QuotedTextTest {

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
    void readsWhoseMailIsQuoted() {
        Map.of("-----原始邮件-----\n发件人: \"测试庚\" <a@b.cn>;\n主题: 修路\n\n正文：好",
                new QuotedHead(new ReadMail.Sender("测试庚", "a@b.cn"), "修路"),
                "开始转发的邮件：\n\n发件人: 测试庚 <a@b.cn>\n主题: 转发：修路\n\n您好", new QuotedHead(new ReadMail.Sender("测试庚", "a@b.cn"), "转发：修路"),
                "发件人： 测试庚 [mailto:a@b.cn]\n发送时间： 2026年\n收件人： c@d.cn\n",
                new QuotedHead(new ReadMail.Sender("测试庚", "a@b.cn"), ""),
                "---------- Forwarded message ---------\nFrom: a@b.cn\nDate: x\nSubject: Road\n\nHi",
                new QuotedHead(new ReadMail.Sender("", "a@b.cn"), "Road"), "*发件人:* 测试庚\n*日期:* 2026\n\n您好",
                new QuotedHead(new ReadMail.Sender("测试庚", ""), ""),
                "发件人: 测试庚 <a@b.cn>\n\n发送时间: 2026\n\n主题: 修路\n\n时间：上午",
                new QuotedHead(new ReadMail.Sender("测试庚", "a@b.cn"), "修路"),
                "-------- 转发邮件信息 --------\n\n好", new QuotedHead(null, ""))
                .forEach((quoted, head) -> assertThat(QuotedHead.of(quoted)).as(quoted).isEqualTo(head));
    }

    @Test
    void knowsTheHeadOfAQuotedMailAlsoWithEmptyLinesInIt() {
        String quoted = "发件人: 民生 <a@b.cn>\n\n发送时间: 2026\n\n主题: 修路\n\n电梯装在几单元？";
        assertThat(QuotedText.split("装在二单元。\n\n" + quoted)).isEqualTo(new QuotedText.Split("装在二单元。", quoted));
        assertThat(QuotedText.withoutHead(quoted)).isEqualTo("电梯装在几单元？");
    }

    @Test
    void knowsThatNothingWasWrittenAboveAQuotedText() {
        assertThat(QuotedText.isAll("\n发件人: 测试庚 <a@b.cn>\n发送时间: 2026\n\n濑溪河边有断头路")).isTrue();
        assertThat(QuotedText.isAll("您好\n发件人: 测试庚 <a@b.cn>\n发送时间: 2026\n\n濑溪河边有断头路")).isFalse();
        assertThat(QuotedText.isAll("在 2026年10月1日，测试庚 <a@b.cn> 写道：\n> 在几单元？\n装在二单元。")).isFalse();
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
    }
}
