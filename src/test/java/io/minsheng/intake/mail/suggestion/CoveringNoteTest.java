package io.minsheng.intake.mail.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class CoveringNoteTest {

    @Test
    void tellsANoteFromASuggestion() {
        for (String nothing : List.of("", "见附件", "您好！我的建议见附件，请查收。\n测试壬 13800001234", "尊敬的领导：\n附件是征集表，请审阅。谢谢！\n2026年5月6日",
                "发自我的iPhone", "如题", "见附件\n\n来自网易邮箱大师", "附件请查收。\n从 Windows 版邮件发送", "请街道转报。", "您好，这是我写的建议，请查收附件。谢谢。", "烦请办理",
                "见附件\n获取 Outlook for iOS")) {
            assertThat(CoveringNote.of(nothing)).as(nothing).isEqualTo(CoveringNote.NOTHING);
        }
        assertThat(CoveringNote.of("我们小区想装电梯，详细情况在附件里。")).isEqualTo(CoveringNote.POINTS);
        assertThat(CoveringNote.of("我手写了一封信，扫描件请看", true)).isEqualTo(CoveringNote.POINTS);
        assertThat(CoveringNote.of("从村口到镇上的路灯坏了，希望派人去修，没有征集表")).isEqualTo(CoveringNote.SAYS);
        assertThat(CoveringNote.of("建议给老旧小区加装电梯")).isEqualTo(CoveringNote.SAYS);
        assertThat(CoveringNote.of("希望修路")).isEqualTo(CoveringNote.SAYS);
    }
}
